//! Currency and token price.

use super::field::TextField;
use crate::session::{Event, Field, Session, currency_field, price_field, typed_price};
use crate::words::{fields, numbers, page};
use engine::plan::Edit;
use engine::rules::{LIST_CURRENCY, LIST_TOKEN_PRICE};
use leptos::prelude::*;

const CURRENCIES: [&str; 12] =
    ["EUR", "USD", "GBP", "CHF", "AUD", "CAD", "CZK", "DKK", "JPY", "NOK", "PLN", "SEK"];

/// The two fields.
#[component]
pub fn MoneyFields() -> AnyView {
    let session = Session::get();
    let currency = session.plan(|plan| plan.currency().to_string());
    let price = session.plan(|plan| plan.token_price.map(typed_price).unwrap_or_default());
    let read_currency = |text: &str| currency_field(text).map(|_| String::new());
    let read_price =
        move |text: &str| price_field(text).map(|price| fields::read_as_price(price, &currency.get()));
    let take_currency = move |text: String| {
        if let Field::Good(code) = currency_field(&text) {
            session.dispatch(Event::Edit(Edit::Currency(code)));
        }
    };
    let take_price =
        move |text: String| session.dispatch(Event::Edit(Edit::TokenPrice(price_field(&text).good())));
    let note = move || {
        let set = price.with(|price| !price.is_empty());
        (!set && currency.get() == LIST_CURRENCY).then(|| {
            format!(
                "Until you set one: {}, {}",
                numbers::price(LIST_TOKEN_PRICE, LIST_CURRENCY),
                page::LIST_PRICE
            )
        })
    };
    view! {
        <div class="fields">
            <TextField id="token-price" label="A token costs" stored=price read=read_price take=take_price />
            <TextField id="currency" label="Currency" stored=currency read=read_currency take=take_currency choices=&CURRENCIES />
        </div>
        <small class="soft">{note}</small>
    }
    .into_any()
}
