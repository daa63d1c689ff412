//! A person's charge days a year as a small bar: the range of drawn years, a mark at break-even.

use super::frame::{Area, Picture, framed, px};
use super::ink::Role;
use plotters::element::{PathElement, Rectangle};
use plotters::style::Color;

/// What is drawn, in days a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DaysBarModel {
    /// Charge days.
    pub days: f64,
    /// What a tenth of the drawn years stays below and above.
    pub range: Option<(f64, f64)>,
    /// Days from which a seat pays.
    pub break_even: f64,
    /// What the whole width stands for; the same for all bars of a table.
    pub full: f64,
}

const WIDTH: u32 = 120;
const HEIGHT: u32 = 16;

/// Draws it.
pub fn days_bar(model: &DaysBarModel, picture: &Picture<'_>) -> String {
    framed(picture, WIDTH, HEIGHT, |area| {
        // Nothing here can fail: the backend writes into a String.
        let _ = draw(model, area);
    })
}

fn draw(model: &DaysBarModel, area: &Area<'_>) -> Option<()> {
    let x = |days: f64| px((days / model.full.max(1.0)).clamp(0.0, 1.0) * f64::from(WIDTH));
    let bar = |from: f64, to: f64, top: f64, bottom: f64, role: Role| {
        Rectangle::new([(x(from), px(top)), (x(to), px(bottom))], role.color().filled())
    };
    area.draw(&bar(0.0, model.full, 5.0, 11.0, Role::Empty)).ok()?;
    area.draw(&bar(0.0, model.days, 5.0, 11.0, Role::Bar)).ok()?;
    if let Some((low, high)) = model.range.filter(|(low, high)| high > low) {
        area.draw(&bar(low, high, 7.0, 9.0, Role::Lapse)).ok()?;
    }
    let at = x(model.break_even).clamp(px(1.0), px(f64::from(WIDTH) - 1.0));
    let style = Role::Need.color().stroke_width(px(2.0) as u32);
    area.draw(&PathElement::new([(at, px(1.0)), (at, px(15.0))], style)).ok()?;
    Some(())
}
