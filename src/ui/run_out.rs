//! The run-out of one pool, in the third card.

use super::figure::{Tag, Why};
use super::order_by::OrderBy;
use super::state::Ui;
use crate::session::Session;
use crate::words::{findings as words, numbers, page};
use engine::desk::{PoolView, Verdict};
use leptos::prelude::*;

/// One pool.
#[component]
pub fn RunOutBlock(
    /// The pool.
    pool: PoolView,
    /// There is no other, so that it needs no name.
    only_one: bool,
) -> AnyView {
    let session = Session::get();
    let ui = Ui::get();
    let first_day = session.part(|answers| answers.first_day);
    let asks = pool.verdict == Verdict::NoBalance;
    let dated = matches!(pool.verdict, Verdict::UsedUp | Verdict::Lapsed);
    let exact = words::day_in(&pool.run_out).map(numbers::day).unwrap_or_default();
    let subject = match words::pool_name(&pool, only_one) {
        Some(name) => format!("{}, {name}", page::RUN_OUT),
        None => page::RUN_OUT.to_string(),
    };
    let why = if dated { pool.run_out.clone() } else { pool.burn_per_day.clone() };
    let burn = pool.burn_per_day.clone();
    view! {
        <div class="pool">
            {words::pool_name(&pool, only_one).map(|name| view! { <h3>{name}</h3> })}
            <p class="figure" class:unknown-figure=asks title=exact>
                {words::run_out_figure(&pool)}
                {(pool.rough && dated).then(|| view! { " " <Tag text=page::ROUGH hint=page::ROUGH_RUN_OUT /> })}
            </p>
            <p>{words::run_out_finding(&pool)}</p>
            {pool.order_by.filter(|_| pool.verdict == Verdict::UsedUp).map(|by| view! { <OrderBy by /> })}
            {(pool.verdict == Verdict::UsedUp).then(|| words::lapse_sentence(&pool)).flatten()
                .map(|lapse| view! { <p class="warn-text">{lapse}</p> })}
            {dated.then(|| view! { <p class="soft">{words::run_out_method(&pool)}</p> })}
            {pool.unexplained.clone().map(|figure| view! {
                <p class="warn-text">{words::unexplained(&figure)} " " <Why subject="Unexplained tokens".to_string() figure /></p>
            })}
            {pool.unseen_before_rows.then(|| first_day.get().map(|day| view! {
                <p class="warn-text">{words::unseen(day)}</p>
            }))}
            {pool.renewal.is_none().then(|| view! {
                <p><button type="button" class="link no-print" on:click=move |_| ui.open_drawer("term-end")>
                    "Set the renewal date"
                </button></p>
            })}
            <p class="whys">
                <Why subject figure=why />
                {dated.then(|| view! { <Why subject="Burn rate".to_string() figure=burn text=words::why_burn(&pool) /> })}
            </p>
        </div>
    }
    .into_any()
}
