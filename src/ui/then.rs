//! Now → then in the band: what accepted moves, habits and busy periods change, in tokens, money and
//! days, with the way back.

use super::figure::Why;
use crate::session::{Event, Session};
use crate::words::then as words;
use engine::desk::ThenView;
use engine::plan::{Edit, WorkEdit};
use leptos::prelude::*;

/// The line; nothing where no what-if is on.
#[component]
pub fn Then() -> AnyView {
    let session = Session::get();
    let then = session.part(|answers| answers.then.clone());
    let currency = session.currency();
    let in_motion = session.in_motion();
    let is_on = Memo::new(move |_| then.with(|then| then.as_ref().is_some_and(Option::is_some)));
    view! {
        {move || is_on.get().then(|| view! {
            <div id="now-then" class="now-then" role="status" aria-busy=move || in_motion.get().to_string()>
                {move || then.get().flatten().map(|then| line(then, currency.get()))}
                <button type="button" id="no-what-ifs" class="link no-print" on:click=move |_| session.dispatch(Event::Edit(Edit::Work(WorkEdit::NoWhatIfs)))>{words::RESET}</button>
            </div>
        })}
    }
    .into_any()
}

fn line(then: ThenView, currency: String) -> impl IntoView {
    let all = then.all.clone();
    let tokens = words::tokens_a_year(&all);
    let money = words::money_a_year(&all, &currency);
    let days = words::run_out(&all);
    let why = (tokens.is_some(), all.amount_per_year.value.is_some());
    view! {
        <span><b>{words::NOW_THEN}</b>" "<span class="soft">{words::what_is_on(&then)}</span></span>
        {tokens.map(|words| view! { <span>{words}</span> })}
        {money.map(|words| view! { <span>{words}</span> })}
        {days.map(|words| view! { <span>{words}</span> })}
        {(why == (true, true)).then(|| view! {
            <Why subject=words::NOW_THEN.to_string() figure=all.amount_per_year.clone() />
        })}
    }
}
