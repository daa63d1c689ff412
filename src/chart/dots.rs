//! Past forecasts as upright ranges, with what came as a dot on each.

use super::frame::{Area, LABEL_SIZE, Picture, Size, framed, px, text};
use super::ink::Role;
use super::svg::estimated_width;
use super::ticks;
use plotters::element::{Circle, PathElement, Rectangle, Text};
use plotters::style::Color;
use plotters_backend::text_anchor::{HPos, VPos};

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

const TOP: f64 = 8.0;
const BOTTOM: f64 = 22.0;

/// Draws them.
pub fn dots(model: &DotsModel, picture: &Picture<'_>) -> String {
    let (width, height) = match picture.size {
        Size::Wide => (640, 200),
        Size::Narrow => (370, 200),
    };
    framed(picture, width, height, |area| {
        // Nothing here can fail: the backend writes into a String.
        let _ = draw(model, f64::from(width), f64::from(height), area);
    })
}

fn draw(model: &DotsModel, width: f64, height: f64, area: &Area<'_>) -> Option<()> {
    let most = model.dots.iter().map(|dot| dot.high.max(dot.came)).fold(1.0, f64::max);
    let values = ticks::values(most, 4);
    let top = *values.last()?;
    let left =
        values.iter().map(|v| estimated_width(&(model.value)(*v), LABEL_SIZE)).fold(0.0, f64::max) + 8.0;
    let floor = height - BOTTOM;
    let y = |value: f64| px(floor - (value / top).max(0.0) * (floor - TOP));
    for value in &values {
        let role = if *value == 0.0 { Role::Axis } else { Role::Grid };
        let line = [(px(left), y(*value)), (px(width), y(*value))];
        area.draw(&PathElement::new(line, role.color().stroke_width(px(1.0) as u32))).ok()?;
        let at = (px(left - 6.0), y(*value));
        area.draw(&Text::new((model.value)(*value), at, text(Role::Label, HPos::Right, VPos::Center)))
            .ok()?;
    }
    let step = (width - left) / model.dots.len().max(1) as f64;
    let half = (step * 0.2).clamp(1.5, 8.0);
    let widest = model.dots.iter().map(|dot| estimated_width(&dot.label, LABEL_SIZE)).fold(1.0, f64::max);
    let every = ((widest + 8.0) / step).ceil().max(1.0) as usize;
    for (index, dot) in model.dots.iter().enumerate() {
        let center = left + (index as f64 + 0.5) * step;
        let range = [(px(center - half), y(dot.high)), (px(center + half), y(dot.low))];
        area.draw(&Rectangle::new(range, Role::FanInner.color().filled())).ok()?;
        let middle = [(px(center - half), y(dot.middle)), (px(center + half), y(dot.middle))];
        area.draw(&PathElement::new(middle, Role::Actual.color().stroke_width(px(2.0) as u32))).ok()?;
        area.draw(&Circle::new((px(center), y(dot.came)), px(3.5), Role::Came.color().filled())).ok()?;
        if (model.dots.len() - 1 - index).is_multiple_of(every) {
            let at = center.min(width - estimated_width(&dot.label, LABEL_SIZE) / 2.0);
            let label = text(Role::Label, HPos::Center, VPos::Top);
            area.draw(&Text::new(dot.label.clone(), (px(at), px(floor + 6.0)), label)).ok()?;
        }
    }
    Some(())
}
