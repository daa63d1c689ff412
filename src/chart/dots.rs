//! Past forecasts as upright ranges, with what came as a dot on each.

use super::axis;
use super::frame::{Area, Picture, Size, framed, px};
use super::ink::Role;
use plotters::element::{Circle, PathElement, Rectangle};
use plotters::style::Color;

/// One forecast that was tried on the past.
#[derive(Clone, Debug, PartialEq)]
pub struct PastForecast {
    /// How its time reads on the axis.
    pub label: String,
    /// The low end of its range.
    pub low: f64,
    /// Its middle.
    pub middle: f64,
    /// The high end.
    pub high: f64,
    /// What came.
    pub came: f64,
}

/// What is drawn.
#[derive(Clone, Debug)]
pub struct DotsModel {
    /// In the order of time.
    pub dots: Vec<PastForecast>,
    /// How a value reads on the axis.
    pub value: fn(f64) -> String,
}

/// Draws them.
pub fn dots(model: &DotsModel, picture: &Picture<'_>) -> String {
    let (width, height) = match picture.size {
        Size::Wide => (640, 200),
        Size::Narrow => (370, 200),
    };
    framed(picture, width, height, |area| {
        // Nothing here can fail: the backend writes into a String.
        let _ = draw(model, (f64::from(width), f64::from(height)), area);
    })
}

fn draw(model: &DotsModel, size: (f64, f64), area: &Area<'_>) -> Option<()> {
    let most = model.dots.iter().map(|dot| dot.high.max(dot.came)).fold(1.0, f64::max);
    let scale = axis::upright(area, size, most, model.value)?;
    let y = |value: f64| px(scale.y(value));
    let step = (scale.width - scale.left) / model.dots.len().max(1) as f64;
    let half = (step * 0.2).clamp(1.5, 8.0);
    let every = axis::every(step, model.dots.iter().map(|dot| dot.label.as_str()));
    for (index, dot) in model.dots.iter().enumerate() {
        let center = scale.left + (index as f64 + 0.5) * step;
        let range = [(px(center - half), y(dot.high)), (px(center + half), y(dot.low))];
        area.draw(&Rectangle::new(range, Role::FanInner.color().filled())).ok()?;
        let middle = [(px(center - half), y(dot.middle)), (px(center + half), y(dot.middle))];
        area.draw(&PathElement::new(middle, Role::Actual.color().stroke_width(px(2.0) as u32))).ok()?;
        area.draw(&Circle::new((px(center), y(dot.came)), px(3.5), Role::Came.color().filled())).ok()?;
        if (model.dots.len() - 1 - index).is_multiple_of(every) {
            axis::one_below(area, &scale, center, &dot.label)?;
        }
    }
    Some(())
}
