//! Tokens by month, as bars.

use super::frame::{Area, LABEL_SIZE, Picture, Size, framed, px, text};
use super::ink::Role;
use super::svg::estimated_width;
use super::ticks;
use plotters::element::{PathElement, Rectangle, Text};
use plotters::style::Color;
use plotters_backend::text_anchor::{HPos, VPos};

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

const TOP: f64 = 8.0;
const BOTTOM: f64 = 22.0;

/// Draws them.
pub fn months(model: &MonthsModel, picture: &Picture<'_>) -> String {
    let (width, height) = match picture.size {
        Size::Wide => (640, 200),
        Size::Narrow => (340, 190),
    };
    framed(picture, width, height, |area| {
        // Nothing here can fail: the backend writes into a String.
        let _ = draw(model, f64::from(width), f64::from(height), area);
    })
}

fn draw(model: &MonthsModel, width: f64, height: f64, area: &Area<'_>) -> Option<()> {
    let most = model.bars.iter().map(|bar| bar.tokens).fold(1.0, f64::max);
    let values = ticks::values(most, 4);
    let top = *values.last()?;
    let left =
        values.iter().map(|v| estimated_width(&(model.tokens)(*v), LABEL_SIZE)).fold(0.0, f64::max) + 8.0;
    let floor = height - BOTTOM;
    let y = |value: f64| px(floor - (value / top).max(0.0) * (floor - TOP));
    for value in &values {
        let role = if *value == 0.0 { Role::Axis } else { Role::Grid };
        let line = [(px(left), y(*value)), (px(width), y(*value))];
        area.draw(&PathElement::new(line, role.color().stroke_width(px(1.0) as u32))).ok()?;
        let at = (px(left - 6.0), y(*value));
        area.draw(&Text::new((model.tokens)(*value), at, text(Role::Label, HPos::Right, VPos::Center)))
            .ok()?;
    }
    let step = (width - left) / model.bars.len().max(1) as f64;
    let gap = (step * 0.22).clamp(1.0, 14.0);
    // Labels are thinned evenly, the last one always stands.
    let widest = model.bars.iter().map(|bar| estimated_width(&bar.label, LABEL_SIZE)).fold(1.0, f64::max);
    let every = ((widest + 8.0) / step).ceil().max(1.0) as usize;
    for (index, bar) in model.bars.iter().enumerate() {
        let start = left + index as f64 * step;
        let role = if bar.partial { Role::BarPartial } else { Role::Bar };
        let corners = [(px(start + gap / 2.0), y(bar.tokens)), (px(start + step - gap / 2.0), px(floor))];
        area.draw(&Rectangle::new(corners, role.color().filled())).ok()?;
        if (model.bars.len() - 1 - index).is_multiple_of(every) {
            let center = (start + step / 2.0).min(width - estimated_width(&bar.label, LABEL_SIZE) / 2.0);
            let label = text(Role::Label, HPos::Center, VPos::Top);
            area.draw(&Text::new(bar.label.clone(), (px(center), px(floor + 6.0)), label)).ok()?;
        }
    }
    Some(())
}
