//! The gauge of one pool: tokens left as a level, a mark at what is needed until the renewal.

use crate::chart::{self, GaugeModel, Ink, Picture, Size};
use crate::words::findings::tokens_in;
use crate::words::gauge as words;
use engine::desk::PoolView;
use engine::usage::Tokens;
use leptos::prelude::*;

/// Tokens needed from the last known balance to the renewal at the burn rate; `None` where there is
/// no renewal ahead or no burn.
pub fn needed(pool: &PoolView) -> Option<Tokens> {
    let days = pool.balance_day.days_until(pool.renewal?);
    let burn = tokens_in(&pool.burn_per_day);
    (days > 0 && burn.is_positive()).then(|| burn.scale_rounded(i64::from(days), 1))
}

/// The model of the drawing; `None` without a balance.
pub fn model(pool: &PoolView) -> Option<GaugeModel> {
    pool.balance.value?;
    let left = tokens_in(&pool.balance).to_f64().max(0.0);
    Some(GaugeModel {
        full: pool.bought.map_or(left, Tokens::to_f64),
        left,
        needed: needed(pool).map(Tokens::to_f64),
    })
}

/// The drawing.
#[component]
pub fn Gauge(
    /// The pool.
    pool: PoolView,
    /// Unique in the page.
    id: String,
) -> impl IntoView {
    model(&pool).map(|model| {
        let words = words::bar(&pool, needed(&pool));
        let picture = Picture {
            id: &id,
            title: "Tokens left",
            description: &words,
            ink: Ink::Classes,
            size: Size::Wide,
        };
        let svg = chart::gauge(&model, &picture);
        let mark = needed(&pool).zip(pool.renewal).map(|(needed, renewal)| words::mark(needed, renewal));
        view! {
            <div class="gauge" title=words>
                <div inner_html=svg></div>
                {mark.map(|mark| view! { <small class="soft gauge-mark">{mark}</small> })}
            </div>
        }
    })
}
