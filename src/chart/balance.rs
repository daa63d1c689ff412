//! The balance over time: what happened, and the straight line on from there.

use super::frame::{Area, LABEL_SIZE, Picture, Size, framed, px, text};
use super::ink::Role;
use super::svg::estimated_width;
use super::ticks;
use engine::usage::Day;
use plotters::chart::ChartBuilder;
use plotters::element::{PathElement, Polygon, Text};
use plotters::series::LineSeries;
use plotters::style::{Color, ShapeStyle};
use plotters_backend::text_anchor::{HPos, VPos};

/// An upright mark.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Where.
    pub day: Day,
    /// Its label.
    pub label: String,
    /// The label matters more than the others.
    pub strong: bool,
}

/// What is drawn. Balances are at the end of each day, in tokens.
#[derive(Clone, Debug)]
pub struct BalanceModel {
    /// The day of `actual[0]`.
    pub actual_from: Day,
    /// What happened.
    pub actual: Vec<f64>,
    /// The day of `ahead[0]`.
    pub ahead_from: Day,
    /// What would come.
    pub ahead: Vec<f64>,
    /// For each day ahead the balance below which 10, 25, 50, 75 and 90 % of the futures are; empty
    /// where only the middle is drawn.
    pub fan: Vec<[f64; 5]>,
    /// Busy periods, by first and last day.
    pub shades: Vec<(Day, Day)>,
    /// The last day of the chart.
    pub to: Day,
    /// The last known day, the renewal and so on.
    pub marks: Vec<Mark>,
    /// Days on which tokens lapse.
    pub lapses: Vec<Day>,
    /// How a number of tokens reads on the axis.
    pub tokens: fn(f64) -> String,
    /// How the first day of a month reads on the axis.
    pub month: fn(Day) -> String,
}

const BOTTOM: f64 = 22.0;
const TOP: f64 = 20.0;
const LINE_HEIGHT: f64 = 14.0;

/// Draws it.
pub fn balance(model: &BalanceModel, picture: &Picture<'_>) -> String {
    let (width, height) = match picture.size {
        Size::Wide => (640, 230),
        Size::Narrow => (370, 220),
    };
    framed(picture, width, height, |area| {
        // Nothing here can fail: the backend writes into a String.
        let _ = draw(model, picture.size, f64::from(width), area);
    })
}

fn draw(model: &BalanceModel, size: Size, width: f64, area: &Area<'_>) -> Option<()> {
    let high = model.fan.iter().map(|day| day[4]);
    let most = model.actual.iter().chain(&model.ahead).copied().chain(high).fold(1.0, f64::max);
    let values = ticks::values(most, 4);
    let top = *values.last()?;
    let left =
        values.iter().map(|v| estimated_width(&(model.tokens)(*v), LABEL_SIZE)).fold(0.0, f64::max) + 8.0;
    let from = model.actual_from.min(model.ahead_from);
    let to = model.to.max(from.plus(1));
    let mut chart = ChartBuilder::on(area)
        .margin_left(px(left))
        .margin_right(px(6.0))
        .margin_top(px(TOP + LINE_HEIGHT * (lanes(model, left, width) as f64 - 1.0).max(0.0)))
        .margin_bottom(px(BOTTOM))
        .build_cartesian_2d(f64::from(from.0)..f64::from(to.0), 0.0..top)
        .ok()?;

    let x = |day: Day| f64::from(day.0);
    for (first, last) in &model.shades {
        let (first, last) = ((*first).max(from), last.plus(1).min(to));
        if first < last {
            let corners = [(x(first), 0.0), (x(first), top), (x(last), top), (x(last), 0.0)];
            chart.draw_series([Polygon::new(corners, Role::Shade.color())]).ok()?;
        }
    }
    for value in &values {
        let role = if *value == 0.0 { Role::Axis } else { Role::Grid };
        chart.draw_series([PathElement::new([(x(from), *value), (x(to), *value)], thin(role))]).ok()?;
    }
    let place = chart.plotting_area().strip_coord_spec();
    let (frame_x, frame_y) = place.get_pixel_range();
    let to_pixel = |day: Day, value: f64| {
        let share = (x(day) - x(from)) / (x(to) - x(from)).max(1.0);
        let px = f64::from(frame_x.start) + share * f64::from(frame_x.end - frame_x.start);
        let py = f64::from(frame_y.end) - value / top * f64::from(frame_y.end - frame_y.start);
        (px as i32, py as i32)
    };
    for value in &values {
        let at = (px(left - 6.0), to_pixel(from, *value).1);
        area.draw(&Text::new((model.tokens)(*value), at, text(Role::Label, HPos::Right, VPos::Center)))
            .ok()?;
    }
    let months = ticks::months(from, to, if size == Size::Wide { 9 } else { 4 });
    for day in months {
        let (at_x, at_y) = to_pixel(day, 0.0);
        if f64::from(at_x) > f64::from(px(width)) - f64::from(px(16.0)) {
            continue;
        }
        area.draw(&PathElement::new([(at_x, at_y), (at_x, at_y + px(4.0))], thin(Role::Axis))).ok()?;
        let label =
            Text::new((model.month)(day), (at_x, at_y + px(7.0)), text(Role::Label, HPos::Center, VPos::Top));
        area.draw(&label).ok()?;
    }

    let actual: Vec<(f64, f64)> =
        model.actual.iter().enumerate().map(|(i, v)| (x(model.actual_from) + i as f64, *v)).collect();
    if let (Some(first), Some(last)) = (actual.first(), actual.last()) {
        let mut under = actual.clone();
        under.push((last.0, 0.0));
        under.push((first.0, 0.0));
        chart.draw_series([Polygon::new(under, Role::ActualArea.color())]).ok()?;
    }
    for (low, high, role) in [(0, 4, Role::FanOuter), (1, 3, Role::FanInner)] {
        let edge = |place: usize| -> Vec<(f64, f64)> {
            let begin = actual.last().copied().into_iter();
            let rest =
                model.fan.iter().enumerate().map(|(i, day)| (x(model.ahead_from) + i as f64, day[place]));
            thinned(&begin.chain(rest).collect::<Vec<_>>())
        };
        let corners: Vec<(f64, f64)> = edge(low).into_iter().chain(edge(high).into_iter().rev()).collect();
        if !model.fan.is_empty() {
            chart.draw_series([Polygon::new(corners, role.color())]).ok()?;
        }
    }
    let mut ahead: Vec<(f64, f64)> = actual.last().copied().into_iter().collect();
    ahead.extend(model.ahead.iter().enumerate().map(|(i, v)| (x(model.ahead_from) + i as f64, *v)));
    chart.draw_series(LineSeries::new(thinned(&ahead), thick(Role::Ahead))).ok()?;
    chart.draw_series(LineSeries::new(thinned(&actual), thick(Role::Actual))).ok()?;
    for day in &model.lapses {
        let at = to_pixel(*day, 0.0);
        let corners = [(0.0, 0.0), (5.0, -8.0), (-5.0, -8.0)].map(|(dx, dy)| (at.0 + px(dx), at.1 + px(dy)));
        area.draw(&Polygon::new(corners, Role::Lapse.color())).ok()?;
    }
    draw_marks(model, left, width, area, &to_pixel)
}

/// Marks and their labels; where two labels would overlap, the later one stands a line higher.
fn draw_marks(
    model: &BalanceModel,
    left: f64,
    width: f64,
    area: &Area<'_>,
    to_pixel: &dyn Fn(Day, f64) -> (i32, i32),
) -> Option<()> {
    let lanes = lanes_of(model, left, width);
    let (_, bottom) = to_pixel(model.to, 0.0);
    for (mark, lane) in model.marks.iter().zip(&lanes) {
        let (at, _) = to_pixel(mark.day, 0.0);
        let label_y = px(LINE_HEIGHT * (*lane as f64 + 1.0) - 2.0);
        area.draw(&PathElement::new([(at, label_y + px(2.0)), (at, bottom)], thin(Role::Mark))).ok()?;
        let half = estimated_width(&mark.label, LABEL_SIZE) / 2.0;
        let center = f64::from(at) / 10.0;
        let (x, anchor) = if center + half > width {
            (px(width - 1.0), HPos::Right)
        } else if center - half < left {
            (px(left), HPos::Left)
        } else {
            (at, HPos::Center)
        };
        let role = if mark.strong { Role::Strong } else { Role::Label };
        area.draw(&Text::new(mark.label.clone(), (x, label_y), text(role, anchor, VPos::Bottom))).ok()?;
    }
    Some(())
}

fn lanes(model: &BalanceModel, left: f64, width: f64) -> usize {
    lanes_of(model, left, width).into_iter().max().map_or(1, |lane| lane + 1)
}

/// For each mark the line its label stands in, from the top.
fn lanes_of(model: &BalanceModel, left: f64, width: f64) -> Vec<usize> {
    const APART: f64 = 8.0;
    let from = model.actual_from.min(model.ahead_from);
    let span = f64::from(from.days_until(model.to).max(1));
    let mut taken: Vec<Vec<(f64, f64)>> = Vec::new();
    let mut lanes = Vec::new();
    for mark in &model.marks {
        let center = left + f64::from(from.days_until(mark.day)) / span * (width - left);
        let wide = estimated_width(&mark.label, LABEL_SIZE);
        let start = (center - wide / 2.0).clamp(left, (width - wide).max(left));
        let (start, end) = (start - APART, start + wide + APART);
        let free = |lane: &Vec<(f64, f64)>| lane.iter().all(|(s, e)| end <= *s || *e <= start);
        let lane = taken.iter().position(free).unwrap_or(taken.len());
        if lane == taken.len() {
            taken.push(Vec::new());
        }
        taken[lane].push((start, end));
        lanes.push(lane);
    }
    lanes
}

/// Points on a straight line between their neighbours say nothing: a year of days becomes a few.
fn thinned(points: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let mut kept: Vec<(f64, f64)> = Vec::new();
    for (index, point) in points.iter().enumerate() {
        let straight = match (kept.last(), points.get(index + 1)) {
            (Some(before), Some(after)) => {
                let slope = (after.1 - before.1) / (after.0 - before.0).max(1e-9);
                (before.1 + slope * (point.0 - before.0) - point.1).abs() < 1e-6
            }
            _ => false,
        };
        if !straight {
            kept.push(*point);
        }
    }
    kept
}

fn thin(role: Role) -> ShapeStyle {
    role.color().stroke_width(px(1.0) as u32)
}

fn thick(role: Role) -> ShapeStyle {
    role.color().stroke_width(px(2.0) as u32)
}
