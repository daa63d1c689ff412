//! The short form of a purchase.

use crate::session::{self, Event, Field, Session, bought_field, day_field, end_field, price_field};
use crate::ui::pool_choice::PoolChoice;
use crate::words::fields;
use leptos::prelude::*;

/// The form.
#[component]
pub fn BoughtForm() -> AnyView {
    let session = Session::get();
    let form = RwSignal::new(session::BoughtForm::default());
    // Until days are chosen they are the term's.
    let term = session.plan(|plan| {
        let text = |day: Option<engine::usage::Day>| day.map(|d| d.to_string()).unwrap_or_default();
        (text(plan.term_start), text(plan.term_end))
    });
    let currency = session.plan(|plan| plan.currency().to_string());
    let pool = PoolChoice::of_teams(session);
    let filled = Memo::new(move |_| {
        let mut filled = session::BoughtForm { pool: pool.get(), ..form.get() };
        let (start, end) = term.get();
        if filled.start.is_empty() {
            filled.start = start;
        }
        if filled.end.is_empty() {
            filled.end = end;
        }
        filled
    });
    let tokens_memo = move || said(bought_field(&filled.get().tokens), fields::read_as_tokens);
    let price_memo = move || {
        let filled = filled.get();
        let tokens = bought_field(&filled.tokens).good();
        said(price_field(&filled.price), |price| fields::read_as_sum(price, tokens, &currency.get()))
    };
    let end_memo = move || {
        let filled = filled.get();
        said(end_field(&filled.end, &day_field(&filled.start)), |_| String::new())
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if let Some(edit) = filled.get_untracked().edit() {
            session.dispatch(Event::Edit(edit));
            form.set(session::BoughtForm::default());
        }
    };
    view! {
        <form class="fields" on:submit=submit>
            {pool.field("bought-pool".to_string())}
            <Part id="bought-tokens" label="Tokens" kind="text" value=Signal::derive(move || filled.get().tokens) set=move |text| form.update(|form| form.tokens = text) memo=tokens_memo />
            <Part id="bought-price" label="Price in all (may stay empty)" kind="text" value=Signal::derive(move || filled.get().price) set=move |text| form.update(|form| form.price = text) memo=price_memo />
            <Part id="bought-start" label="First day" kind="date" value=Signal::derive(move || filled.get().start) set=move |text| form.update(|form| form.start = text) memo=|| (String::new(), false) />
            <Part id="bought-end" label="Last day" kind="date" value=Signal::derive(move || filled.get().end) set=move |text| form.update(|form| form.end = text) memo=end_memo />
            <button type="submit" disabled=move || filled.get().edit().is_none()>"Add the purchase"</button>
        </form>
    }
    .into_any()
}

/// What stands beside a field, and whether it is a problem.
fn said<T>(read: Field<T>, good: impl FnOnce(T) -> String) -> (String, bool) {
    match read.map(good) {
        Field::Empty => (String::new(), false),
        Field::Good(words) => (words, false),
        Field::Bad(problem) => (problem, true),
    }
}

#[component]
fn Part(
    id: &'static str,
    label: &'static str,
    kind: &'static str,
    value: Signal<String>,
    set: impl Fn(String) + 'static,
    memo: impl Fn() -> (String, bool) + Copy + Send + Sync + 'static,
) -> AnyView {
    let memo_id = format!("{id}-memo");
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <input
                id=id
                type=kind
                autocomplete="off"
                aria-describedby=memo_id.clone()
                aria-invalid=move || memo().1.then_some("true")
                prop:value=value
                on:input=move |event| set(event_target_value(&event))
            />
            <small id=memo_id class="memo" class:bad=move || memo().1>{move || memo().0}</small>
        </div>
    }
    .into_any()
}
