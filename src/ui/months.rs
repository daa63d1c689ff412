//! Tokens by month: bars, and the same as a table.

use super::consumers::amount;
use super::figure::{AskNumber, Tag};
use super::picture::{AsTable, ChartFigure, Drawing};
use crate::chart::{self, Bar, MonthsModel, Role};
use crate::session::Session;
use crate::words::{findings, numbers, page};
use engine::desk::MonthView;
use engine::usage::Tokens;
use leptos::prelude::*;

/// The panel.
#[component]
pub fn Months() -> AnyView {
    let session = Session::get();
    let months = session.part(|answers| answers.cost.by_month.clone());
    let currency = session.currency();
    view! {
        <section id="months" class="sheet">
            <h2>{page::BY_MONTH}</h2>
            {move || months.get().map(|months| draw(months, currency.get()))}
        </section>
    }
    .into_any()
}

fn draw(months: Vec<MonthView>, currency: String) -> impl IntoView {
    let model = model(&months);
    let caption = findings::months_caption(&months);
    let any_partial = months.iter().any(|month| month.partial);
    let drawing =
        Drawing::new("months-chart", page::BY_MONTH, caption, move |picture| chart::months(&model, picture))
            .key(any_partial, Role::BarPartial, page::LIGHTER);
    view! {
        <ChartFigure drawing>
            <AsTable><MonthsTable months currency /></AsTable>
        </ChartFigure>
    }
}

/// The model of the drawing.
pub fn model(months: &[MonthView]) -> MonthsModel {
    let bar = |month: &MonthView| Bar {
        label: numbers::month_short(month.month),
        tokens: findings::tokens_in(&month.tokens).to_f64(),
        partial: month.partial,
    };
    MonthsModel { bars: months.iter().map(bar).collect(), tokens: axis_tokens }
}

/// Tokens on an axis.
pub fn axis_tokens(value: f64) -> String {
    numbers::tokens(Tokens::from_f64(value))
}

#[component]
fn MonthsTable(months: Vec<MonthView>, currency: String) -> AnyView {
    let any_money = months.iter().any(|month| month.amount.is_some());
    let rows = months.into_iter().map(|month| {
        let name = numbers::month(month.month);
        view! {
            <tr>
                <th scope="row">
                    {name.clone()}
                    {month.partial.then(|| view! { " " <Tag text=page::PARTIAL hint="Your rows cover this month in part" /> })}
                </th>
                <td class="n"><AskNumber subject=name figure=month.tokens currency=currency.clone() /></td>
                {any_money.then(|| view! { <td class="n">{amount(month.amount, &currency)}</td> })}
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <table>
            <thead><tr>
                <th scope="col">"Month"</th>
                <th scope="col" class="n">"Tokens"</th>
                {any_money.then(|| view! { <th scope="col" class="n">"Cost"</th> })}
            </tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}
