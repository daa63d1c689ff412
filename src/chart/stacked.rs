//! Tokens over time, as bars of parts that stand on each other.

use super::axis;
use super::frame::{Area, Picture, Size, framed, px};
use super::ink::Role;
use plotters::element::Rectangle;
use plotters::style::Color;

/// One stretch of time.
#[derive(Clone, Debug, PartialEq)]
pub struct StackedBar {
    /// How it reads on the axis.
    pub label: String,
    /// Tokens of each part, from the zero line up; what refunds outweigh is not drawn.
    pub parts: Vec<f64>,
    /// The rows cover it in part.
    pub partial: bool,
}

/// What is drawn.
#[derive(Clone, Debug)]
pub struct StackedModel {
    /// In the order of time.
    pub bars: Vec<StackedBar>,
    /// The last part is all others.
    pub has_rest: bool,
    /// How a number of tokens reads on the axis.
    pub tokens: fn(f64) -> String,
}

/// The roles of named parts, in their order.
pub const SERIES: [Role; 5] = [Role::Series1, Role::Series2, Role::Series3, Role::Series4, Role::Series5];

impl StackedModel {
    fn role(&self, part: usize, parts: usize) -> Role {
        let is_rest = self.has_rest && part + 1 == parts;
        if is_rest { Role::SeriesRest } else { SERIES.get(part).copied().unwrap_or(Role::SeriesRest) }
    }
}

/// Draws them.
pub fn stacked(model: &StackedModel, picture: &Picture<'_>) -> String {
    let (width, height) = match picture.size {
        Size::Wide => (640, 220),
        Size::Narrow => (370, 220),
    };
    framed(picture, width, height, |area| {
        // Nothing here can fail: the backend writes into a String.
        let _ = draw(model, (f64::from(width), f64::from(height)), area);
    })
}

fn draw(model: &StackedModel, size: (f64, f64), area: &Area<'_>) -> Option<()> {
    let sum = |bar: &StackedBar| bar.parts.iter().map(|part| part.max(0.0)).sum::<f64>();
    let most = model.bars.iter().map(sum).fold(1.0, f64::max);
    let scale = axis::upright(area, size, most, model.tokens)?;
    let step = (scale.width - scale.left) / model.bars.len().max(1) as f64;
    let gap = (step * 0.22).clamp(0.2, 14.0);
    let mut labels = Vec::new();
    for (index, bar) in model.bars.iter().enumerate() {
        let start = scale.left + index as f64 * step;
        let (from, to) = (px(start + gap / 2.0), px(start + step - gap / 2.0));
        let mut below = 0.0;
        for (part, value) in bar.parts.iter().enumerate().filter(|(_, value)| **value > 0.0) {
            let corners = [(from, px(scale.y(below + value))), (to, px(scale.y(below)))];
            let role = model.role(part, bar.parts.len());
            area.draw(&Rectangle::new(corners, role.color().filled())).ok()?;
            below += value;
        }
        if bar.partial {
            let corners = [(from, px(scale.y(below))), (to, px(scale.floor - 1.0))];
            area.draw(&Rectangle::new(corners, Role::Veil.color().filled())).ok()?;
        }
        labels.push((start + step / 2.0, bar.label.clone()));
    }
    axis::below(area, &scale, &labels)
}
