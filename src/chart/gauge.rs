//! The gauge: tokens left as a level, and a mark at what is needed until the renewal.

use super::frame::{Area, Picture, framed, px};
use super::ink::Role;
use plotters::element::{PathElement, Rectangle};
use plotters::style::Color;

/// What is drawn, in tokens.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GaugeModel {
    /// What the full gauge holds.
    pub full: f64,
    /// Tokens left.
    pub left: f64,
    /// What is needed, where a renewal is known.
    pub needed: Option<f64>,
}

impl GaugeModel {
    /// The gauge's end: all that was bought, or more where more is needed.
    pub fn scale(&self) -> f64 {
        [self.full, self.left, self.needed.unwrap_or(0.0)].into_iter().fold(1.0, f64::max)
    }

    /// Whether what is left will not do.
    pub fn is_short(&self) -> bool {
        self.needed.is_some_and(|needed| needed > self.left)
    }
}

const WIDTH: u32 = 600;
const HEIGHT: u32 = 26;

/// Draws it. It is stretched to the width there is, so it holds no text.
pub fn gauge(model: &GaugeModel, picture: &Picture<'_>) -> String {
    let drawn = framed(picture, WIDTH, HEIGHT, |area| {
        // Nothing here can fail: the backend writes into a String.
        let _ = draw(model, area);
    });
    drawn.replacen("<svg", "<svg preserveAspectRatio=\"none\"", 1)
}

fn draw(model: &GaugeModel, area: &Area<'_>) -> Option<()> {
    let (low, high) = (px(19.0), px(7.0));
    let x = |tokens: f64| px((tokens / model.scale()).clamp(0.0, 1.0) * f64::from(WIDTH));
    let bar = |from: f64, to: f64, role: Role| {
        Rectangle::new([(x(from), high), (x(to), low)], role.color().filled())
    };
    area.draw(&bar(0.0, model.scale(), Role::Empty)).ok()?;
    if model.is_short() {
        area.draw(&bar(model.left, model.needed?, Role::Lapse)).ok()?;
    }
    area.draw(&bar(0.0, model.left, Role::Full)).ok()?;
    if let Some(needed) = model.needed {
        let at = x(needed).clamp(px(1.5), px(f64::from(WIDTH) - 1.5));
        let style = Role::Need.color().stroke_width(px(3.0) as u32);
        area.draw(&PathElement::new([(at, px(1.0)), (at, px(25.0))], style)).ok()?;
    }
    Some(())
}
