//! The band that never leaves: level, gauge, run-out and renewal; without a balance the burn rate
//! and the one field to fill.

use super::figure::Number;
use super::gauge::Gauge;
use super::left_form::LeftForm;
use super::then::Then;
use crate::session::Session;
use crate::words::findings::{self, day_in};
use crate::words::{gauge as words, plural};
use engine::desk::{PoolView, Verdict};
use leptos::prelude::*;

/// The band.
#[component]
pub fn Band() -> AnyView {
    let session = Session::get();
    let pools = session.part(|answers| answers.pools.clone());
    let content = session.content();
    // A form that is being filled must not be drawn anew under the fingers.
    let asks = session.part(|answers| answers.pools.iter().any(|pool| pool.verdict == Verdict::NoBalance));
    view! {
        <section id="band" class="band" aria-label="Gauge">
            {move || match pools.get() {
                Some(pools) => pools_in_band(pools).into_any(),
                None => view! { <p class="soft">{words::no_gauge(content.get())}</p> }.into_any(),
            }}
            <Then />
            {move || (asks.get() == Some(true)).then(|| view! {
                <div class="ask-left no-print">
                    <LeftForm prefix="band" />
                    <small class="soft">{words::ASK_WHY}</small>
                </div>
            })}
        </section>
    }
    .into_any()
}

fn pools_in_band(pools: Vec<PoolView>) -> impl IntoView {
    let only_one = pools.len() == 1;
    let first = first_to_run_out(&pools).cloned();
    let others = pools.len().saturating_sub(1) as u64;
    first.map(|pool| {
        let name = findings::pool_name(&pool, only_one);
        view! {
            <div class="band-row">
                <Level pool=pool.clone() name />
                <Gauge pool=pool.clone() id="gauge".to_string() />
                <RunsOut pool />
            </div>
            {(others > 0).then(|| view! {
                <small class="soft">
                    {format!("{} more under Run-out below.", plural::of(others, "pool", "pools"))}
                </small>
            })}
        }
    })
}

/// The pool that needs looking at first: the earliest run-out, then the first listed.
pub fn first_to_run_out(pools: &[PoolView]) -> Option<&PoolView> {
    pools
        .iter()
        .filter(|pool| pool.verdict == Verdict::UsedUp)
        .min_by_key(|pool| day_in(&pool.run_out))
        .or(pools.first())
}

#[component]
fn Level(pool: PoolView, name: Option<String>) -> AnyView {
    let known = pool.balance.value.is_some();
    view! {
        <div class="level">
            {name.map(|name| view! { <small class="pool-name">{name}</small> })}
            {if known {
                view! {
                    <p><b><Number figure=pool.balance.clone() currency=String::new() /></b> " "
                        <span class="soft">{words::level_of(&pool)}</span></p>
                    <small class="soft">{words::level_when(&pool)}</small>
                }.into_any()
            } else {
                view! {
                    <p><b><Number figure=pool.burn_per_day.clone() currency=String::new() /></b> " "
                        <span class="soft">"tokens a day"</span></p>
                    <small class="soft">"the last four weeks"</small>
                }.into_any()
            }}
        </div>
    }
    .into_any()
}

#[component]
fn RunsOut(pool: PoolView) -> impl IntoView {
    let known = pool.verdict != Verdict::NoBalance;
    let bad = pool.verdict == Verdict::UsedUp && pool.days_before_renewal.is_none_or(|days| days > 0);
    known.then(|| view! {
        <div class="runs-out" class:bad=bad>
            <p><b>{findings::run_out_headline(&pool)}</b></p>
            <small class="soft">{findings::against_renewal(&pool).unwrap_or_else(|| "no renewal date set".to_string())}</small>
        </div>
    })
}
