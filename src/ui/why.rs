//! *Why?*: the rule a figure follows, what went into it, and the rows behind it.

use super::consumers::amount;
use super::copies::TableFrame;
use super::pager::Pager;
use super::proof::CloseDialog;
use super::state::{Asked, Ui, WHY_ID};
use crate::session::Session;
use crate::words::{numbers, page, people, reading, why as words};
use engine::desk::{Figure, Query, RowView, RowsView};
use leptos::prelude::*;

/// The dialog. One for all figures.
#[component]
pub fn WhyDialog() -> AnyView {
    let ui = Ui::get();
    let closed = move |_| {
        ui.why.set(None);
        ui.modal.set(false);
    };
    view! {
        <dialog id=WHY_ID class="why-dialog" aria-labelledby="why-title" on:close=closed>
            <div class="dialog-head">
                <h2 id="why-title">{move || ui.why.with(|asked| asked.as_ref().map(|asked| asked.subject.clone()))}</h2>
                <CloseDialog id=WHY_ID />
            </div>
            {move || ui.why.get().map(|asked| view! { <WhyBody asked /> })}
        </dialog>
    }
    .into_any()
}

/// What the dialog says of one figure.
#[component]
pub fn WhyBody(
    /// The figure.
    asked: Asked,
) -> AnyView {
    let session = Session::get();
    let currency = session.currency().get_untracked();
    let Figure { rule, inputs, proof, .. } = asked.figure.clone();
    let text = rule.text();
    let value = words::figure_value(&asked.figure, &currency);
    let formula = words::formula(&asked.figure, &currency);
    let has_inputs = !inputs.is_empty();
    let inputs = inputs.into_iter().map(|(input, value)| view! {
        <div><dt>{words::input_name(input)}</dt><dd>{numbers::value_with_unit(value, &currency)}</dd></div>
    });
    let inputs = inputs.collect_view();
    view! {
        <p class="why-value">{value}</p>
        {formula.map(|formula| view! { <p class="sum"><span class="soft">{words::THE_SUM}": "</span>{formula}</p> })}
        <h3>{text.name}</h3>
        <p>{text.says}</p>
        <p class="soft">{words::SOURCE}": "{text.source}", "{text.dated}</p>
        {has_inputs.then(|| view! { <h3>{words::WENT_IN}</h3><dl class="inputs">{inputs}</dl> })}
        {proof.map(|query| view! { <WhyRows query /> })}
    }
    .into_any()
}

/// The rows behind the figure, a page at a time.
#[component]
fn WhyRows(query: Query) -> AnyView {
    let (session, ui) = (Session::get(), Ui::get());
    let number = move |of: fn(&RowsView) -> u64| ui.rows.with(|view| view.as_ref().map_or(0, of));
    view! {
        <h3>{words::rows_heading(&query, None)}</h3>
        {move || match ui.rows.get() {
            None => view! { <p class="soft">{words::LOADING_ROWS}</p> }.into_any(),
            Some(rows) if rows.total == 0 => view! { <p class="soft">{words::NO_ROWS}</p> }.into_any(),
            Some(rows) => view! { <RowsTable rows /> }.into_any(),
        }}
        <Pager
            first=Signal::derive(move || number(|view| view.first))
            shown=Signal::derive(move || number(|view| view.rows.len() as u64))
            total=Signal::derive(move || number(|view| view.total))
            turn=move |first| ui.turn_rows(session, first)
        />
    }
    .into_any()
}

/// One page of rows.
#[component]
pub fn RowsTable(
    /// The page.
    rows: RowsView,
) -> AnyView {
    let session = Session::get();
    let (currency, hide) = (session.currency().get_untracked(), session.hide_names().get_untracked());
    let any_money = rows.rows.iter().any(|row| row.amount.is_some());
    let sum =
        format!("{}: {} tokens", crate::words::plural::rows(rows.total), numbers::tokens_exact(rows.tokens));
    let money = rows.amount.map(|money| format!(", {}", numbers::money(money, &currency)));
    let line = |row: RowView| {
        let detail = people::person_detail(&row.person, hide);
        let product =
            if row.version.is_empty() { row.product } else { format!("{} {}", row.product, row.version) };
        view! {
            <tr>
                <th scope="row" class="keep">{numbers::day(row.day)}</th>
                <td title=detail>{people::person(&row.person, hide)}</td>
                <td>{product}</td>
                <td class="n">{numbers::tokens_exact(row.tokens)}</td>
                {any_money.then(|| view! { <td class="n">{amount(row.amount, &currency)}</td> })}
                <td class="break soft">{row.file} ", " {reading::lines(&row.lines)}</td>
            </tr>
        }
    };
    let lines = rows.rows.into_iter().map(line).collect_view();
    view! {
        <p class="soft">{sum}{money}</p>
        <TableFrame label=page::WHY>
            <table class="wide-table">
                <thead><tr>
                    <th scope="col">"Day"</th>
                    <th scope="col">"Person"</th>
                    <th scope="col">"Product"</th>
                    <th scope="col" class="n">"Tokens"</th>
                    {any_money.then(|| view! { <th scope="col" class="n">"Cost"</th> })}
                    <th scope="col">"Where it stands"</th>
                </tr></thead>
                <tbody>{lines}</tbody>
            </table>
        </TableFrame>
    }
    .into_any()
}
