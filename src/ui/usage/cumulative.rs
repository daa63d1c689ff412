//! Tokens as they add up.

use crate::chart::{self, CurveModel};
use crate::ui::months::axis_tokens;
use crate::ui::picture::{AsTable, ChartFigure, Drawing};
use crate::words::{numbers, usage as words};
use engine::desk::UsageView;
use engine::usage::{Day, Tokens};
use leptos::prelude::*;
use std::sync::Arc;

/// The panel.
#[component]
pub fn Cumulative(
    /// The use.
    usage: Memo<Option<Arc<UsageView>>>,
) -> AnyView {
    view! {
        <section id="cumulative" class="sheet">
            <h2>{words::CUMULATIVE}</h2>
            {move || usage.get().filter(|view| !view.days.is_empty()).map(|view| draw(&view))}
        </section>
    }
    .into_any()
}

/// The running sum at the end of each day.
fn running(days: &[Tokens]) -> Vec<Tokens> {
    let mut sum = Tokens::ZERO;
    let add = |tokens: &Tokens| {
        sum += *tokens;
        sum
    };
    days.iter().map(add).collect()
}

/// The model of the drawing.
pub fn model(view: &UsageView) -> CurveModel {
    let days = running(&view.days);
    let begins_month = |index: usize| view.first_day.plus(index as i32).ymd().2 == 1;
    CurveModel {
        points: days.iter().enumerate().map(|(index, sum)| (index as f64, sum.to_f64())).collect(),
        from_zero: false,
        labels: (0..days.len())
            .filter(|index| begins_month(*index))
            .map(|index| (index as f64, numbers::month_short(view.first_day.plus(index as i32).month())))
            .collect(),
        mark: None,
        most: 0.0,
        value: axis_tokens,
    }
}

fn draw(view: &UsageView) -> AnyView {
    let model = model(view);
    let caption = words::cumulative_caption(view.first_day, &view.days);
    let drawing = Drawing::new("cumulative-chart", words::CUMULATIVE, caption, move |picture| {
        chart::curve(&model, picture)
    });
    let rows = month_ends(view).into_iter().map(|(day, sum)| {
        view! {
            <tr>
                <th scope="row" class="keep">{numbers::day(day)}</th>
                <td class="n" title=numbers::tokens_exact(sum)>{numbers::tokens(sum)}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <ChartFigure drawing>
            <AsTable>
                <table>
                    <thead><tr><th scope="col">"By the end of"</th><th scope="col" class="n">"Tokens in all"</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </AsTable>
        </ChartFigure>
    }
    .into_any()
}

/// The running sum at the ends of months and on the last day.
pub fn month_ends(view: &UsageView) -> Vec<(Day, Tokens)> {
    let sums = running(&view.days);
    let day = |index: usize| view.first_day.plus(index as i32);
    let wanted = (0..sums.len()).filter(|index| index + 1 == sums.len() || day(*index).plus(1).ymd().2 == 1);
    wanted.map(|index| (day(index), sums[index])).collect()
}
