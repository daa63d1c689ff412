//! One value against another as a line, with the best point marked: cost against people moved, cost
//! against tokens bought.

use super::axis::{self, Scale};
use super::frame::{Area, LABEL_SIZE, Picture, Size, framed, px, text};
use super::ink::Role;
use super::svg::estimated_width;
use super::ticks;
use plotters::element::{Circle, PathElement, Text};
use plotters::style::Color;
use plotters_backend::text_anchor::{HPos, VPos};

/// What is drawn.
#[derive(Clone, Debug)]
pub struct TradeoffModel {
    /// The points, by x.
    pub points: Vec<(f64, f64)>,
    /// The best of them, and its label.
    pub best: Option<((f64, f64), String)>,
    /// What x is, under the axis.
    pub x_name: String,
    /// How a value of x reads.
    pub x: fn(f64) -> String,
    /// How a value of y reads.
    pub y: fn(f64) -> String,
}

const TOP: f64 = 20.0;
const BOTTOM: f64 = 38.0;

/// Draws it.
pub fn tradeoff(model: &TradeoffModel, picture: &Picture<'_>) -> String {
    let (width, height) = match picture.size {
        Size::Wide => (640, 230),
        Size::Narrow => (370, 220),
    };
    framed(picture, width, height, |area| {
        // Nothing here can fail: the backend writes into a String.
        let _ = draw(model, (f64::from(width), f64::from(height)), area);
    })
}

fn draw(model: &TradeoffModel, size: (f64, f64), area: &Area<'_>) -> Option<()> {
    let most = model.points.iter().map(|(_, y)| *y).fold(1.0, f64::max);
    let scale = axis::upright_with(area, size, (TOP, BOTTOM), most, model.y)?;
    let Scale { left, width, floor, .. } = scale;
    let right = width - 10.0;
    let (from, to) = (model.points.first()?.0, model.points.last()?.0);
    let x = |value: f64| px(left + (value - from) / (to - from).max(1e-9) * (right - left));
    let y = |value: f64| px(scale.y(value));
    let count = if width > 500.0 { 8 } else { 4 };
    for value in ticks::values(to - from, count).iter().map(|v| v + from).filter(|v| *v <= to) {
        let at = (x(value), px(floor + 5.0));
        area.draw(&Text::new((model.x)(value), at, text(Role::Label, HPos::Center, VPos::Top))).ok()?;
    }
    let name = ((px(left) + px(right)) / 2, px(floor + BOTTOM - 2.0));
    area.draw(&Text::new(model.x_name.clone(), name, text(Role::Label, HPos::Center, VPos::Bottom))).ok()?;
    let line: Vec<(i32, i32)> = model.points.iter().map(|point| (x(point.0), y(point.1))).collect();
    area.draw(&PathElement::new(line, Role::Actual.color().stroke_width(px(2.0) as u32))).ok()?;
    if let Some((point, label)) = &model.best {
        let at = (x(point.0), y(point.1));
        area.draw(&PathElement::new(
            [at, (at.0, px(floor))],
            Role::Mark.color().stroke_width(px(1.0) as u32),
        ))
        .ok()?;
        area.draw(&Circle::new(at, px(4.0), Role::Full.color().filled())).ok()?;
        let half = estimated_width(label, LABEL_SIZE) / 2.0;
        let center = f64::from(at.0) / 10.0;
        let (label_x, anchor) = if center + half > width {
            (px(width - 1.0), HPos::Right)
        } else if center - half < left {
            (px(left + 2.0), HPos::Left)
        } else {
            (at.0, HPos::Center)
        };
        let style = text(Role::Strong, anchor, VPos::Bottom);
        area.draw(&Text::new(label.clone(), (label_x, at.1 - px(7.0)), style)).ok()?;
    }
    Some(())
}
