//! A curve that only rises: running sums over time, running shares over people.

use super::axis;
use super::frame::{Area, Picture, Size, framed, px, text};
use super::ink::Role;
use plotters::element::{PathElement, Polygon, Text};
use plotters::style::Color;
use plotters_backend::text_anchor::{HPos, VPos};

/// What is drawn.
#[derive(Clone, Debug)]
pub struct CurveModel {
    /// From left to right; where `from_zero`, the curve begins at 0, 0.
    pub points: Vec<(f64, f64)>,
    /// Whether nothing stands before the first point.
    pub from_zero: bool,
    /// Labels below, by their place among the points' first numbers.
    pub labels: Vec<(f64, String)>,
    /// A place that matters, with its label.
    pub mark: Option<(f64, String)>,
    /// What the highest line stands for at least.
    pub most: f64,
    /// How a value reads on the axis.
    pub value: fn(f64) -> String,
}

/// Draws it.
pub fn curve(model: &CurveModel, picture: &Picture<'_>) -> String {
    let (width, height) = match picture.size {
        Size::Wide => (640, 200),
        Size::Narrow => (370, 200),
    };
    framed(picture, width, height, |area| {
        // Nothing here can fail: the backend writes into a String.
        let _ = draw(model, (f64::from(width), f64::from(height)), area);
    })
}

fn draw(model: &CurveModel, size: (f64, f64), area: &Area<'_>) -> Option<()> {
    let most = model.points.iter().map(|(_, y)| *y).fold(model.most, f64::max);
    let scale = axis::upright(area, size, most, model.value)?;
    let first = if model.from_zero { 0.0 } else { model.points.first()?.0 };
    let last = model.points.last()?.0;
    let wide = (last - first).max(f64::EPSILON);
    let x = |value: f64| scale.left + (value - first) / wide * (scale.width - scale.left - 1.0);
    let start = model.from_zero.then_some((0.0, 0.0));
    let place = |(at, value): (f64, f64)| (px(x(at)), px(scale.y(value)));
    let line: Vec<(i32, i32)> = start.into_iter().chain(model.points.iter().copied()).map(place).collect();
    let floor = px(scale.floor);
    let mut under = line.clone();
    under.extend([(px(x(last)), floor), (px(x(first)), floor)]);
    area.draw(&Polygon::new(under, Role::ActualArea.color().filled())).ok()?;
    area.draw(&PathElement::new(line, Role::Actual.color().stroke_width(px(2.0) as u32))).ok()?;
    if let Some((at, label)) = &model.mark {
        let mark = [(px(x(*at)), px(axis::TOP)), (px(x(*at)), floor)];
        area.draw(&PathElement::new(mark, Role::Mark.color().stroke_width(px(1.0) as u32))).ok()?;
        // On the side with more room.
        let right = x(*at) < (scale.left + scale.width) / 2.0;
        let (side, anchor) = if right { (6.0, HPos::Left) } else { (-6.0, HPos::Right) };
        let at = (px(x(*at) + side), px(scale.floor - 8.0));
        area.draw(&Text::new(label.clone(), at, text(Role::Strong, anchor, VPos::Bottom))).ok()?;
    }
    let labels: Vec<(f64, String)> = model.labels.iter().map(|(at, label)| (x(*at), label.clone())).collect();
    axis::below(area, &scale, &labels)
}
