//! Tokens, money, charges and people under the filter.

use crate::session::Session;
use crate::ui::figure::AskNumber;
use crate::words::{numbers, usage as words};
use engine::desk::UsageView;
use leptos::prelude::*;
use std::sync::Arc;

/// The panel.
#[component]
pub fn Sums(
    /// The use.
    usage: Memo<Option<Arc<UsageView>>>,
) -> AnyView {
    let currency = Session::get().currency();
    view! {
        <section id="usage-sums" class="sheet" aria-label="Sums">
            <p class="finding" aria-live="polite">{move || usage.get().map(|view| words::sums(&view))}</p>
            {move || usage.get().filter(|view| !view.days.is_empty()).map(|view| numbers_of(&view, currency.get()))}
        </section>
    }
    .into_any()
}

fn numbers_of(view: &UsageView, currency: String) -> impl IntoView + use<> {
    let count = |name: &'static str, number: u64| {
        view! { <div><dt>{name}</dt><dd>{numbers::count(number)}</dd></div> }
    };
    view! {
        <dl class="stats">
            <div><dt>"Tokens"</dt><dd><AskNumber subject="Tokens".to_string() figure=view.tokens.clone() currency=currency.clone() /></dd></div>
            <div><dt>"Cost"</dt><dd><AskNumber subject="Cost".to_string() figure=view.amount.clone() currency /></dd></div>
            {count("Charges", view.charges)}
            {count("People", view.people)}
            {count("Products", view.products)}
            {count("Days with use", words::days_with_use(view))}
        </dl>
    }
}
