//! The answer: the middle day, its range, the chance, and what to know before believing it.

use super::Shown;
use super::pools::Heading;
use crate::ui::figure::{Tag, Why};
use crate::ui::left_form::LeftForm;
use crate::ui::order_by::OrderBy;
use crate::words::findings::day_in;
use crate::words::{forecast as words, page};
use engine::desk::{PoolForecastView, Verdict};
use leptos::prelude::*;

/// The panel.
#[component]
pub fn Answered(
    /// The pool shown.
    shown: Shown,
) -> AnyView {
    // A form that is being filled must not be drawn anew under the fingers.
    let asks = Memo::new(move |_| {
        shown.with(|shown| shown.as_ref().is_some_and(|(pool, _)| pool.now.verdict == Verdict::NoBalance))
    });
    view! {
        <section id="forecast-answer" class="sheet answer">
            <Heading text=words::ANSWER />
            {move || shown.get().map(|(pool, currency)| body(pool, &currency))}
            {move || asks.get().then(|| view! { <div class="no-print"><LeftForm prefix="forecast" /></div> })}
        </section>
    }
    .into_any()
}

fn body(pool: PoolForecastView, currency: &str) -> impl IntoView + use<> {
    let dated = matches!(pool.now.verdict, Verdict::UsedUp | Verdict::Lapsed);
    let cautions =
        pool.cautions.iter().map(|caution| view! { <li class="warn-text">{words::caution(*caution)}</li> });
    let cautions = cautions.collect_view();
    let past = pool.past_busy.iter().map(|busy| view! { <li>{words::past_busy(busy)}</li> });
    let past = past.collect_view();
    let range = words::range(&pool.now, pool.term_end);
    view! {
        <p class="lead">
            <b>{words::finding(&pool)}</b>
            {(pool.rough && dated).then(|| view! { " " <Tag text=page::ROUGH hint=page::ROUGH_RUN_OUT warn=true /> })}
        </p>
        {range.map(|range| view! { <p>{range}</p> })}
        {day_in(&pool.order_by).filter(|_| pool.now.verdict == Verdict::UsedUp).map(|by| view! { <OrderBy by /> })}
        {pool.difference.as_ref().map(|difference| view! { <p id="forecast-then"><b>{words::difference(difference, currency)}</b></p> })}
        {pool.pace.as_ref().map(|pace| view! { <p class=if pace.is_fast { "warn-text" } else { "soft" }>{words::pace(pace)}</p> })}
        <ul class="cautions">{cautions}{past}</ul>
        {dated.then(|| view! {
            <p class="whys">
                <Why subject=page::RUN_OUT.to_string() figure=pool.now.run_out_day.clone() text="why this day?" />
                <Why subject="Chance of a run-out in the term".to_string() figure=pool.now.chance.clone() text="why this chance?" />
                <Why subject="Order by".to_string() figure=pool.order_by.clone() text="why this order day?" />
                <Why subject="At the burn rate".to_string() figure=pool.straight_line.clone() text="the plain burn rate" />
            </p>
        })}
    }
}
