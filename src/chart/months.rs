//! Tokens by month, as bars.

use super::axis;
use super::frame::{Area, Picture, Size, framed, px};
use super::ink::Role;
use plotters::element::Rectangle;
use plotters::style::Color;

/// One month.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// How it reads on the axis.
    pub label: String,
    /// Tokens; below zero where refunds outweigh use.
    pub tokens: f64,
    /// The rows cover it in part.
    pub partial: bool,
}

/// What is drawn.
#[derive(Clone, Debug)]
pub struct MonthsModel {
    /// In the order of time.
    pub bars: Vec<Bar>,
    /// How a number of tokens reads on the axis.
    pub tokens: fn(f64) -> String,
}

/// Draws them.
pub fn months(model: &MonthsModel, picture: &Picture<'_>) -> String {
    let (width, height) = match picture.size {
        Size::Wide => (640, 200),
        Size::Narrow => (370, 200),
    };
    framed(picture, width, height, |area| {
        // Nothing here can fail: the backend writes into a String.
        let _ = draw(model, (f64::from(width), f64::from(height)), area);
    })
}

fn draw(model: &MonthsModel, size: (f64, f64), area: &Area<'_>) -> Option<()> {
    let most = model.bars.iter().map(|bar| bar.tokens).fold(1.0, f64::max);
    let scale = axis::upright(area, size, most, model.tokens)?;
    let step = (scale.width - scale.left) / model.bars.len().max(1) as f64;
    let gap = (step * 0.22).clamp(1.0, 14.0);
    // Labels are thinned evenly, the last one always stands.
    let every = axis::every(step, model.bars.iter().map(|bar| bar.label.as_str()));
    for (index, bar) in model.bars.iter().enumerate() {
        let start = scale.left + index as f64 * step;
        let role = if bar.partial { Role::BarPartial } else { Role::Bar };
        let corners = [
            (px(start + gap / 2.0), px(scale.y(bar.tokens))),
            (px(start + step - gap / 2.0), px(scale.floor)),
        ];
        area.draw(&Rectangle::new(corners, role.color().filled())).ok()?;
        if (model.bars.len() - 1 - index).is_multiple_of(every) {
            axis::one_below(area, &scale, start + step / 2.0, &bar.label)?;
        }
    }
    Some(())
}
