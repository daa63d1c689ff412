//! The purchases and the readings that the plan holds, each removable.

use crate::session::{Event, Session};
use crate::words::numbers;
use engine::plan::{Edit, Pack, Reading};
use leptos::prelude::*;

/// The purchases.
#[component]
pub fn Packs() -> impl IntoView {
    let session = Session::get();
    let packs = session.plan(|plan| plan.packs.clone());
    let currency = session.plan(|plan| plan.currency().to_string());
    let remove = move |index: usize| {
        let mut kept = packs.get_untracked();
        kept.remove(index);
        session.dispatch(Event::Edit(Edit::Packs(kept)));
    };
    move || {
        let packs = packs.get();
        (!packs.is_empty()).then(|| {
            let lines = packs.iter().enumerate().map(|(index, pack)| {
                let words = pack_words(pack, &currency.get());
                let label = format!("Remove: {words}");
                view! { <li><span>{words}</span><button type="button" aria-label=label on:click=move |_| remove(index)>"Remove"</button></li> }
            });
            view! { <ul class="entries">{lines.collect_view()}</ul> }
        })
    }
}

/// The readings.
#[component]
pub fn Readings() -> impl IntoView {
    let session = Session::get();
    let readings = session.plan(|plan| plan.readings.clone());
    let remove = move |index: usize| {
        let mut kept = readings.get_untracked();
        kept.remove(index);
        session.dispatch(Event::Edit(Edit::Readings(kept)));
    };
    move || {
        let readings = readings.get();
        (!readings.is_empty()).then(|| {
            let lines = readings.iter().enumerate().map(|(index, reading)| {
                let words = reading_words(reading);
                let label = format!("Remove: {words}");
                view! { <li><span>{words}</span><button type="button" aria-label=label on:click=move |_| remove(index)>"Remove"</button></li> }
            });
            view! { <ul class="entries">{lines.collect_view()}</ul> }
        })
    }
}

/// `38,000 tokens for €114,000, 1 Jan 2026 – 31 Dec 2026`
pub fn pack_words(pack: &Pack, currency: &str) -> String {
    let price = match pack.price {
        Some(price) => format!("for {}", numbers::money(price, currency)),
        None => "price unknown".to_string(),
    };
    let end = pack.end.map_or("no end known".to_string(), numbers::day);
    let team = pack.pool.as_ref().map(|team| format!(" ({team})")).unwrap_or_default();
    format!(
        "{} tokens {price}, {} – {end}{team}",
        numbers::tokens_exact(pack.tokens),
        numbers::day(pack.start)
    )
}

/// `14,310 tokens at the end of 31 Jul 2026`
pub fn reading_words(reading: &Reading) -> String {
    let team = reading.pool.as_ref().map(|team| format!(" ({team})")).unwrap_or_default();
    format!(
        "{} tokens at the end of {}{team}",
        numbers::tokens_exact(reading.tokens),
        numbers::day(reading.day)
    )
}
