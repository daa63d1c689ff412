//! A drawn week: a row a day, windows as bands, sessions as bars in them, charges as marks.

use super::frame::{Area, LABEL_SIZE, Picture, Size, framed, px, text};
use super::ink::Role;
use super::svg::estimated_width;
use plotters::element::{PathElement, Rectangle, Text};
use plotters::style::Color;
use plotters_backend::text_anchor::{HPos, VPos};

/// A stretch of the week in minutes since Monday 00:00, in the lane of its product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The lane, from 0.
    pub lane: usize,
    /// Its first minute.
    pub start: u32,
    /// The minute after its last.
    pub end: u32,
}

/// What is drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WeekModel {
    /// Products, a lane each.
    pub lanes: usize,
    /// Windows; what lies beyond the week is not drawn.
    pub windows: Vec<Span>,
    /// Sessions in use.
    pub used: Vec<Span>,
    /// Their ends without input.
    pub idle: Vec<Span>,
    /// Charges: lane, minute, and how each is called.
    pub charges: Vec<(usize, u32, String)>,
    /// The days, Monday first.
    pub days: [&'static str; 7],
}

const DAY: u32 = 24 * 60;
const TOP: f64 = 18.0;
const LANE: f64 = 26.0;
const BAR: f64 = 8.0;
const GAP: f64 = 8.0;

/// Draws it.
pub fn week(model: &WeekModel, picture: &Picture<'_>) -> String {
    let (width, left, hours) = match picture.size {
        Size::Wide => (720, 84.0, 3),
        Size::Narrow => (370, 34.0, 6),
    };
    let row = model.lanes.max(1) as f64 * LANE + GAP;
    let height = (TOP + 7.0 * row).ceil() as u32;
    framed(picture, width, height, |area| {
        let frame = Grid { left, width: f64::from(width), row, hours, narrow: picture.size == Size::Narrow };
        // Nothing here can fail: the backend writes into a String.
        let _ = draw(model, &frame, area);
    })
}

/// Where minutes and days lie.
struct Grid {
    left: f64,
    width: f64,
    row: f64,
    hours: u32,
    narrow: bool,
}

impl Grid {
    /// The middle of the right edge is kept free for the last hour's label.
    fn x(&self, minute: u32) -> f64 {
        self.left + f64::from(minute) / f64::from(DAY) * (self.width - self.left - 14.0)
    }

    fn top(&self, day: u32) -> f64 {
        TOP + f64::from(day) * self.row
    }

    /// The parts of a span by day: the day, and from and to in it.
    fn days(span: Span) -> impl Iterator<Item = (u32, u32, u32)> {
        (0..7).filter_map(move |day| {
            let from = span.start.max(day * DAY);
            let to = span.end.min((day + 1) * DAY);
            (from < to).then(|| (day, from - day * DAY, to - day * DAY))
        })
    }
}

fn draw(model: &WeekModel, grid: &Grid, area: &Area<'_>) -> Option<()> {
    let thin = px(1.0) as u32;
    for hour in (0..=24).step_by(grid.hours as usize) {
        let x = grid.x(hour * 60);
        let line = [(px(x), px(TOP)), (px(x), px(grid.top(7)))];
        area.draw(&PathElement::new(line, Role::Grid.color().stroke_width(thin))).ok()?;
        let label = text(Role::Label, HPos::Center, VPos::Top);
        area.draw(&Text::new(format!("{hour:02}"), (px(x), px(2.0)), label)).ok()?;
    }
    for (day, name) in (0..).zip(model.days) {
        let top = grid.top(day);
        let line = [(px(grid.left), px(top)), (px(grid.x(DAY)), px(top))];
        area.draw(&PathElement::new(line, Role::Grid.color().stroke_width(thin))).ok()?;
        let name: String = if grid.narrow { name.chars().take(3).collect() } else { name.to_string() };
        let at = (px(0.0), px(top + grid.row / 2.0));
        area.draw(&Text::new(name, at, text(Role::Label, HPos::Left, VPos::Center))).ok()?;
    }
    let base = |day: u32, lane: usize| grid.top(day) + GAP / 2.0 + (lane as f64 + 1.0) * LANE;
    let bars = [
        (&model.windows, Role::FanOuter, LANE - 1.0),
        (&model.used, Role::Bar, BAR),
        (&model.idle, Role::Lapse, BAR),
    ];
    for (spans, role, height) in bars {
        for (day, from, to) in spans.iter().flat_map(|span| {
            let lane = span.lane;
            Grid::days(*span).map(move |part| ((part.0, lane), part.1, part.2))
        }) {
            let bottom = base(day.0, day.1) - 1.0;
            // A session of minutes must still be seen.
            let right = grid.x(to).max(grid.x(from) + 2.0);
            let corners = [(px(grid.x(from)), px(bottom - height)), (px(right), px(bottom))];
            area.draw(&Rectangle::new(corners, role.color().filled())).ok()?;
        }
    }
    for (lane, minute, name) in model.charges.iter().filter(|charge| charge.1 < 7 * DAY) {
        let (day, within) = (minute / DAY, minute % DAY);
        let bottom = base(day, *lane);
        let x = grid.x(within);
        let line = [(px(x), px(bottom - LANE + 1.0)), (px(x), px(bottom))];
        area.draw(&PathElement::new(line, Role::Need.color().stroke_width(px(2.0) as u32))).ok()?;
        let fits = x + 4.0 + estimated_width(name, LABEL_SIZE) < grid.width;
        let (at, side) = if fits { (x + 4.0, HPos::Left) } else { (x - 4.0, HPos::Right) };
        let style = text(Role::Strong, side, VPos::Top);
        area.draw(&Text::new(name.clone(), (px(at), px(bottom - LANE + 2.0)), style)).ok()?;
    }
    Some(())
}
