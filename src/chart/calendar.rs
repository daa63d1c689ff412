//! Use by day as a calendar: a block a year, a column a week, Monday on top.

use super::frame::{Area, LABEL_SIZE, Picture, Size, framed, px, text};
use super::ink::Role;
use super::svg::estimated_width;
use engine::usage::{Day, Month};
use plotters::element::{Rectangle, Text};
use plotters::style::Color;
use plotters_backend::text_anchor::{HPos, VPos};

/// What is drawn.
#[derive(Clone, Debug)]
pub struct CalendarModel {
    /// The day of `values[0]`.
    pub from: Day,
    /// Tokens of each day.
    pub values: Vec<f64>,
    /// How a month reads above its first week.
    pub month: fn(Month) -> String,
}

/// Columns of a year: 53 weeks, and one more where a leap year begins on a Sunday.
const WEEKS: f64 = 54.0;
/// Room for a year's months, in pixels.
const HEAD: f64 = 18.0;

/// Draws it.
pub fn calendar(model: &CalendarModel, picture: &Picture<'_>) -> String {
    let width: u32 = match picture.size {
        Size::Wide => 640,
        Size::Narrow => 370,
    };
    let cell = f64::from(width) / WEEKS;
    let (first, last) = years(model);
    let block = HEAD + cell * 7.0 + 6.0;
    let height = (block * f64::from(last - first + 1)).ceil() as u32;
    framed(picture, width, height, |area| {
        // Nothing here can fail: the backend writes into a String.
        let _ = draw(model, cell, block, area);
    })
}

fn years(model: &CalendarModel) -> (i32, i32) {
    let last = model.from.plus(model.values.len().saturating_sub(1) as i32);
    (model.from.ymd().0, last.ymd().0)
}

fn draw(model: &CalendarModel, cell: f64, block: f64, area: &Area<'_>) -> Option<()> {
    let limits = quarters(&model.values);
    let first_year = years(model).0;
    let gap = (cell * 0.14).clamp(0.4, 2.0);
    let mut free = (i32::MIN, f64::NEG_INFINITY);
    for (index, value) in model.values.iter().enumerate() {
        let day = model.from.plus(index as i32);
        let (year, _, day_of_month) = day.ymd();
        let new_year = Day::from_ymd(year, 1, 1)?;
        let monday = new_year.plus(-(new_year.weekday() as i32));
        let column = f64::from(monday.days_until(day) / 7);
        let top = f64::from(year - first_year) * block;
        let (x, y) = (column * cell, top + HEAD + day.weekday() as f64 * cell);
        let corners = [(px(x), px(y)), (px(x + cell - gap), px(y + cell - gap))];
        area.draw(&Rectangle::new(corners, level(*value, limits).color().filled())).ok()?;
        // A block's first day says its year; a month stands where there is room.
        let begins_block = index == 0 || (day == new_year);
        if begins_block || day_of_month == 1 {
            let label = if begins_block { year.to_string() } else { (model.month)(day.month()) };
            let begins_at = if free.0 == year { free.1 } else { f64::NEG_INFINITY };
            if x >= begins_at {
                let role = if begins_block { Role::Strong } else { Role::Label };
                free = (year, x + estimated_width(&label, LABEL_SIZE) + 6.0);
                area.draw(&Text::new(label, (px(x), px(top + 2.0)), text(role, HPos::Left, VPos::Top)))
                    .ok()?;
            }
        }
    }
    Some(())
}

/// What a quarter, a half and three quarters of the days with use stay at or below.
fn quarters(values: &[f64]) -> [f64; 3] {
    let mut used: Vec<f64> = values.iter().copied().filter(|value| *value > 0.0).collect();
    used.sort_by(f64::total_cmp);
    [1, 2, 3].map(|quarter| used.get((used.len() * quarter / 4).saturating_sub(1)).copied().unwrap_or(0.0))
}

fn level(value: f64, limits: [f64; 3]) -> Role {
    match value {
        value if value <= 0.0 => Role::HeatNone,
        value if value <= limits[0] => Role::Heat1,
        value if value <= limits[1] => Role::Heat2,
        value if value <= limits[2] => Role::Heat3,
        _ => Role::Heat4,
    }
}
