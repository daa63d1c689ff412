//! How many people use how much of it.

use crate::chart::{self, CurveModel};
use crate::ui::picture::{AsTable, ChartFigure, Drawing};
use crate::words::{numbers, usage as words};
use engine::desk::UsageView;
use leptos::prelude::*;
use std::sync::Arc;

/// How many people the mark stands at.
const MARKED: u64 = 10;
/// How many lines the table has at most.
const LINES_MAX: usize = 25;

/// The panel; nothing for one person alone.
#[component]
pub fn Pareto(
    /// The use.
    usage: Memo<Option<Arc<UsageView>>>,
) -> AnyView {
    let shown = move || {
        usage.get().filter(|view| view.people_curve.len() > 1).map(|view| {
            view! { <section id="pareto" class="sheet"><h2>{words::PARETO}</h2>{draw(&view)}</section> }
        })
    };
    shown.into_any()
}

/// The model of the drawing.
pub fn model(view: &UsageView) -> CurveModel {
    let all = view.people_curve.last().map_or(0, |(people, _)| *people);
    let label = |people: u64| (people as f64, numbers::count(people));
    let quarters = [1, 2, 3, 4].map(|quarter| label((all * quarter / 4).max(1)));
    let tenth = view.top_people.last().filter(|_| view.top_people.len() as u64 == MARKED && all > MARKED);
    CurveModel {
        points: view.people_curve.iter().map(|(people, share)| (*people as f64, *share)).collect(),
        from_zero: true,
        labels: quarters.to_vec(),
        mark: tenth
            .map(|part| (MARKED as f64, format!("ten people: {}", numbers::share(part.running_share)))),
        most: 1.0,
        value: numbers::share,
    }
}

fn draw(view: &UsageView) -> AnyView {
    let model = model(view);
    let caption = words::pareto_caption(&view.people_curve);
    let drawing =
        Drawing::new("pareto-chart", words::PARETO, caption, move |picture| chart::curve(&model, picture));
    let every = view.people_curve.len().div_ceil(LINES_MAX).max(1);
    let last = view.people_curve.len() - 1;
    let lines = view
        .people_curve
        .iter()
        .enumerate()
        .filter(|(index, _)| index % every == every - 1 || *index == last);
    let rows = lines.map(|(_, (people, share))| {
        view! {
            <tr>
                <th scope="row">{numbers::count(*people)}</th>
                <td class="n">{numbers::share_in_column(*share)}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <ChartFigure drawing>
            <p class="soft">"From left to right: people, those who use most first."</p>
            <AsTable>
                <table>
                    <thead><tr><th scope="col">"People"</th><th scope="col" class="n">"Share of the tokens"</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </AsTable>
        </ChartFigure>
    }
    .into_any()
}
