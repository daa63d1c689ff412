//! Use as it adds up against budgets as they add up: a line, its range ahead, and steps.

use super::axis;
use super::frame::{Area, Picture, Size, framed, px};
use super::ink::Role;
use super::ticks;
use engine::usage::Day;
use plotters::element::{PathElement, Polygon};
use plotters::style::{Color, ShapeStyle};

/// What is drawn, in tokens.
#[derive(Clone, Debug)]
pub struct BudgetModel {
    /// The first day.
    pub from: Day,
    /// Used up to the end of each day.
    pub used: Vec<f64>,
    /// Ends of months ahead: the day, and what a tenth, half and nine tenths of the futures stay below.
    pub ahead: Vec<(Day, [f64; 3])>,
    /// Months: first and last day, and the budgets up to its end.
    pub steps: Vec<(Day, Day, f64)>,
    /// Busy periods.
    pub shades: Vec<(Day, Day)>,
    /// How a number of tokens reads on the axis.
    pub tokens: fn(f64) -> String,
    /// How the first day of a month reads on the axis.
    pub month: fn(Day) -> String,
}

/// Draws it.
pub fn budget(model: &BudgetModel, picture: &Picture<'_>) -> String {
    let (width, height) = match picture.size {
        Size::Wide => (640, 230),
        Size::Narrow => (370, 220),
    };
    framed(picture, width, height, |area| {
        // Nothing here can fail: the backend writes into a String.
        let _ = draw(model, picture.size, (f64::from(width), f64::from(height)), area);
    })
}

fn draw(model: &BudgetModel, size: Size, room: (f64, f64), area: &Area<'_>) -> Option<()> {
    let ends = model.steps.iter().map(|(_, last, _)| *last);
    let last_used = model.from.plus(model.used.len() as i32 - 1);
    let to = ends.chain(model.ahead.iter().map(|(day, _)| *day)).fold(last_used, Day::max).plus(1);
    let highest = model.ahead.iter().map(|(_, [_, _, high])| *high);
    let steps = model.steps.iter().map(|(_, _, budget)| *budget);
    let most = model.used.iter().copied().chain(highest).chain(steps).fold(1.0, f64::max);
    let scale = axis::upright(area, room, most, model.tokens)?;
    let wide = scale.width - scale.left - 1.0;
    let days = f64::from(model.from.days_until(to).max(1));
    // A day's tokens are used when it has ended.
    let begin = |day: Day| scale.left + f64::from(model.from.days_until(day)).clamp(0.0, days) / days * wide;
    let end = |day: Day| begin(day.plus(1));
    let at = |x: f64, tokens: f64| (px(x), px(scale.y(tokens)));
    let floor = px(scale.floor);

    for (first, last) in model.shades.iter().filter(|(first, last)| *first < to && model.from <= *last) {
        let (left, right, top) = (px(begin(*first)), px(end(*last)), px(axis::TOP));
        let corners = vec![(left, floor), (left, top), (right, top), (right, floor)];
        area.draw(&Polygon::new(corners, Role::Shade.color().filled())).ok()?;
    }
    let mut used = vec![at(begin(model.from), 0.0)];
    used.extend(model.used.iter().enumerate().map(|(i, sum)| at(end(model.from.plus(i as i32)), *sum)));
    let now = *used.last()?;
    let edge = |place: usize| model.ahead.iter().map(move |(day, range)| at(end(*day), range[place]));
    if !model.ahead.is_empty() {
        let high: Vec<(i32, i32)> = edge(2).collect();
        let corners = std::iter::once(now).chain(edge(0)).chain(high.into_iter().rev()).collect::<Vec<_>>();
        area.draw(&Polygon::new(corners, Role::FanOuter.color().filled())).ok()?;
    }
    let mut under = used.clone();
    under.extend([(now.0, floor), (used.first()?.0, floor)]);
    area.draw(&Polygon::new(under, Role::ActualArea.color().filled())).ok()?;
    let steps = model.steps.iter();
    let steps: Vec<(i32, i32)> = steps
        .flat_map(|(first, last, budget)| [at(begin(*first), *budget), at(end(*last), *budget)])
        .collect();
    area.draw(&PathElement::new(steps, thick(Role::Budget))).ok()?;
    let middle: Vec<(i32, i32)> = std::iter::once(now).chain(edge(1)).collect();
    if !model.ahead.is_empty() {
        area.draw(&PathElement::new(middle, thick(Role::Ahead))).ok()?;
    }
    area.draw(&PathElement::new(used, thick(Role::Actual))).ok()?;
    let months = ticks::months(model.from, to, if size == Size::Wide { 9 } else { 4 });
    let labels: Vec<(f64, String)> = months.into_iter().map(|day| (begin(day), (model.month)(day))).collect();
    axis::below(area, &scale, &labels)
}

fn thick(role: Role) -> ShapeStyle {
    role.color().stroke_width(px(2.0) as u32)
}
