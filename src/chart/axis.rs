//! The lines and labels that several pictures stand on.

use super::frame::{Area, LABEL_SIZE, px, text};
use super::ink::Role;
use super::svg::estimated_width;
use super::ticks;
use plotters::element::{PathElement, Text};
use plotters::style::Color;
use plotters_backend::text_anchor::{HPos, VPos};

/// Room above the highest line, in pixels.
pub(super) const TOP: f64 = 8.0;
/// Room for the labels below, in pixels.
pub(super) const BOTTOM: f64 = 22.0;

/// Where values stand.
pub(super) struct Scale {
    /// Where the drawing begins, right of the labels.
    pub left: f64,
    /// Where it ends.
    pub width: f64,
    /// The zero line.
    pub floor: f64,
    head: f64,
    top: f64,
}

impl Scale {
    /// How far down a value stands; below zero it stands on the zero line.
    pub fn y(&self, value: f64) -> f64 {
        self.floor - (value / self.top).max(0.0) * (self.floor - self.head)
    }
}

/// Draws the lines up to `most` and their labels.
pub(super) fn upright(
    area: &Area<'_>,
    size: (f64, f64),
    most: f64,
    label: fn(f64) -> String,
) -> Option<Scale> {
    upright_with(area, size, (TOP, BOTTOM), most, label)
}

/// The same with other room above the highest line and below the zero line.
pub(super) fn upright_with(
    area: &Area<'_>,
    (width, height): (f64, f64),
    (head, foot): (f64, f64),
    most: f64,
    label: fn(f64) -> String,
) -> Option<Scale> {
    let values = ticks::values(most.max(f64::EPSILON), 4);
    let top = *values.last()?;
    let left = values.iter().map(|v| estimated_width(&label(*v), LABEL_SIZE)).fold(0.0, f64::max) + 8.0;
    let scale = Scale { left, width, floor: height - foot, head, top };
    for value in values {
        let role = if value == 0.0 { Role::Axis } else { Role::Grid };
        let y = px(scale.y(value));
        let line = [(px(left), y), (px(width), y)];
        area.draw(&PathElement::new(line, role.color().stroke_width(px(1.0) as u32))).ok()?;
        let style = text(Role::Label, HPos::Right, VPos::Center);
        area.draw(&Text::new(label(value), (px(left - 6.0), y), style)).ok()?;
    }
    Some(scale)
}

/// Draws labels below, each at its place in pixels; thinned so that none touches its neighbour. The
/// last one always stands.
pub(super) fn below(area: &Area<'_>, scale: &Scale, labels: &[(f64, String)]) -> Option<()> {
    let mut free = f64::INFINITY;
    for (place, label) in labels.iter().rev() {
        let half = estimated_width(label, LABEL_SIZE) / 2.0;
        let center = place.min(scale.width - half).max(scale.left + half);
        if center + half > free {
            continue;
        }
        free = center - half - 8.0;
        one_below(area, scale, center, label)?;
    }
    Some(())
}

/// Every how manyth of labels that stand `step` pixels apart has room.
pub(super) fn every<'a>(step: f64, labels: impl Iterator<Item = &'a str>) -> usize {
    let widest = labels.map(|label| estimated_width(label, LABEL_SIZE)).fold(1.0, f64::max);
    ((widest + 8.0) / step).ceil().max(1.0) as usize
}

/// Draws one label below, no further right than the picture.
pub(super) fn one_below(area: &Area<'_>, scale: &Scale, center: f64, label: &str) -> Option<()> {
    let center = center.min(scale.width - estimated_width(label, LABEL_SIZE) / 2.0);
    let style = text(Role::Label, HPos::Center, VPos::Top);
    area.draw(&Text::new(label.to_string(), (px(center), px(scale.floor + 6.0)), style)).ok()
}
