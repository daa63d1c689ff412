//! Pack sizes and volume prices: short lists that are typed.

use crate::session::{Event, Field, Session, bought_field, price_field, tokens_field, typed_number};
use crate::ui::plan::TextField;
use crate::words::{numbers, purchase as words};
use engine::plan::{ContractEdit, Edit, VolumePrice};
use engine::usage::Tokens;
use leptos::prelude::*;

/// Sizes with something between them that is no part of a number.
fn sizes(text: &str) -> Field<Vec<Tokens>> {
    let mut all = Vec::new();
    for size in text.split([';', '/', '|']).filter(|size| !size.trim().is_empty()) {
        match bought_field(size) {
            Field::Good(size) => all.push(size),
            Field::Bad(problem) => return Field::Bad(problem),
            Field::Empty => {}
        }
    }
    if all.is_empty() { Field::Empty } else { Field::Good(all) }
}

/// Quantities that can be bought, with semicolons between them.
#[component]
pub fn PackSizes() -> AnyView {
    let session = Session::get();
    let stored = session.plan(|plan| {
        let sizes = plan.pack_sizes.iter().flatten();
        sizes.map(|size| typed_number(size.0)).collect::<Vec<_>>().join("; ")
    });
    let read = |text: &str| {
        sizes(text).map(|all| {
            let all: Vec<String> = all.into_iter().map(numbers::tokens).collect();
            format!("= {} tokens, and sums of these", all.join(" or "))
        })
    };
    let take = move |text: String| {
        session.dispatch(Event::Edit(Edit::Contract(ContractEdit::PackSizes(sizes(&text).good()))));
    };
    view! { <TextField id="pack-sizes" label="Pack sizes, with ; between" stored read take /> }.into_any()
}

/// Cheaper prices for larger purchases.
#[component]
pub fn VolumePrices() -> AnyView {
    let session = Session::get();
    let prices = session.plan(|plan| plan.volume_prices.clone());
    let currency = session.plan(|plan| plan.currency().to_string());
    let (from, price) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let set = move |prices: Vec<VolumePrice>| {
        session.dispatch(Event::Edit(Edit::Contract(ContractEdit::VolumePrices(prices))));
    };
    let typed = Memo::new(move |_| {
        let from_tokens = tokens_field(&from.get()).good().filter(|from| from.is_positive())?;
        Some(VolumePrice { from_tokens, token_price: price_field(&price.get()).good()? })
    });
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(one) = typed.get_untracked() else { return };
        let mut all = prices.get_untracked();
        all.retain(|known| known.from_tokens != one.from_tokens);
        all.push(one);
        all.sort_by_key(|one| one.from_tokens);
        set(all);
        from.set(String::new());
        price.set(String::new());
    };
    let remove = move |index: usize| {
        let mut all = prices.get_untracked();
        if index < all.len() {
            all.remove(index);
        }
        set(all);
    };
    view! {
        <h3>"Volume prices"</h3>
        {move || {
            let lines = prices.get().into_iter().enumerate().map(|(index, one)| {
                let words = words::volume_price(&one, &currency.get());
                let label = format!("Remove: {words}");
                view! { <li><span>{words}</span><button type="button" aria-label=label on:click=move |_| remove(index)>"Remove"</button></li> }
            });
            let lines = lines.collect::<Vec<_>>();
            match lines.is_empty() {
                true => view! { <p class="soft">"No volume price: every purchase costs the same a token."</p> }.into_any(),
                false => view! { <ul class="entries">{lines}</ul> }.into_any(),
            }
        }}
        <form class="inline-form no-print" on:submit=add>
            <span class="field"><label for="volume-from">"From tokens"</label><input id="volume-from" type="text" autocomplete="off" prop:value=from on:input=move |event| from.set(event_target_value(&event)) /></span>
            <span class="field"><label for="volume-price">"A token costs"</label><input id="volume-price" type="text" autocomplete="off" prop:value=price on:input=move |event| price.set(event_target_value(&event)) /></span>
            <button type="submit" disabled=move || typed.with(Option::is_none)>"Add the price"</button>
        </form>
    }
    .into_any()
}
