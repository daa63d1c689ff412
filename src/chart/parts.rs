//! Things with a size, and the part of it that would be saved, as bars one under the other.

use super::frame::{Area, Picture, Size, framed, px, text};
use super::ink::Role;
use plotters::element::{Rectangle, Text};
use plotters::style::Color;
use plotters_backend::text_anchor::{HPos, VPos};

/// One bar.
#[derive(Clone, Debug, PartialEq)]
pub struct PartBar {
    /// What it is.
    pub label: String,
    /// Its size as it reads.
    pub size_label: String,
    /// Its size.
    pub size: f64,
    /// The part of it that would be saved.
    pub saved: f64,
}

const ROW: u32 = 34;
const LABEL: f64 = 16.0;
const BAR: f64 = 10.0;

/// Draws them.
pub fn parts(bars: &[PartBar], picture: &Picture<'_>) -> String {
    let width = match picture.size {
        Size::Wide => 640,
        Size::Narrow => 370,
    };
    let height = ROW * bars.len().max(1) as u32;
    framed(picture, width, height, |area| {
        // Nothing here can fail: the backend writes into a String.
        let _ = draw(bars, f64::from(width), area);
    })
}

fn draw(bars: &[PartBar], width: f64, area: &Area<'_>) -> Option<()> {
    let most = bars.iter().map(|bar| bar.size).fold(1.0, f64::max);
    let x = |size: f64| px((size / most).clamp(0.0, 1.0) * width);
    for (index, bar) in bars.iter().enumerate() {
        let top = index as f64 * f64::from(ROW);
        let (label, size) =
            (text(Role::Label, HPos::Left, VPos::Top), text(Role::Strong, HPos::Right, VPos::Top));
        area.draw(&Text::new(bar.label.clone(), (px(0.0), px(top + 2.0)), label)).ok()?;
        area.draw(&Text::new(bar.size_label.clone(), (px(width), px(top + 2.0)), size)).ok()?;
        let rows = (px(top + LABEL), px(top + LABEL + BAR));
        for (to, role) in [(width, Role::Empty), (0.0, Role::BarPartial), (0.0, Role::Bar)] {
            let to = match role {
                Role::Empty => px(to),
                Role::Bar => x(bar.saved),
                _ => x(bar.size),
            };
            area.draw(&Rectangle::new([(px(0.0), rows.0), (to, rows.1)], role.color().filled())).ok()?;
        }
    }
    Some(())
}
