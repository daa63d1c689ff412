//! Prices and how a purchase is made. What is left empty counts as the default that is said.

use super::lists::{PackSizes, VolumePrices};
use crate::session::{Event, Session, certainty_field, days_field, price_field, typed_number, typed_price};
use crate::ui::plan::TextField;
use crate::words::{fields, purchase as words};
use engine::plan::{ContractEdit, Edit, Plan};
use engine::usage::Money;
use leptos::prelude::*;

/// The panel.
#[component]
pub fn Contract() -> AnyView {
    view! {
        <section id="contract" class="sheet">
            <h2>{words::CONTRACT}</h2>
            <p class="finding">"Empty fields count as: 90 % certainty, 60 days from order to tokens, the token price everywhere, late 1.2 times. Grace and the true-up price are among the questions above."</p>
            <div class="fields">
                <Certainty />
                <Days id="lead-days" label="Days from order to tokens" of=|plan| plan.lead_days edit=ContractEdit::LeadDays />
                <Price id="renewal-price" label="Token at renewal" of=|plan| plan.renewal_token_price edit=ContractEdit::RenewalPrice />
                <Price id="late-price" label="Token bought late" of=|plan| plan.late_price edit=ContractEdit::LatePrice />
                <Price id="stop-cost" label="A missing token costs" of=|plan| plan.stop_cost_per_token edit=ContractEdit::StopCost />
                <PackSizes />
            </div>
            <VolumePrices />
        </section>
    }
    .into_any()
}

fn change(session: Session, edit: ContractEdit) {
    session.dispatch(Event::Edit(Edit::Contract(edit)));
}

#[component]
fn Certainty() -> AnyView {
    let session = Session::get();
    let stored = session.plan(|plan| {
        plan.certainty
            .map(|share| typed_number((share * 100.0 * engine::usage::MICRO as f64).round() as i64))
            .unwrap_or_default()
    });
    let read =
        |text: &str| certainty_field(text).map(|share| format!("= {}", crate::words::numbers::share(share)));
    let take = move |text: String| change(session, ContractEdit::Certainty(certainty_field(&text).good()));
    view! { <TextField id="certainty" label="A true-up must last in … % of futures" stored read take /> }
        .into_any()
}

#[component]
fn Days(
    id: &'static str,
    label: &'static str,
    of: fn(&Plan) -> Option<i32>,
    edit: fn(Option<i32>) -> ContractEdit,
) -> AnyView {
    let session = Session::get();
    let stored = session.plan(move |plan| of(plan).map(|days| days.to_string()).unwrap_or_default());
    let read = |text: &str| {
        days_field(text).map(|days| format!("= {}", crate::words::plural::days(days.unsigned_abs().into())))
    };
    let take = move |text: String| change(session, edit(days_field(&text).good()));
    view! { <TextField id label stored read take /> }.into_any()
}

#[component]
fn Price(
    id: &'static str,
    label: &'static str,
    of: fn(&Plan) -> Option<Money>,
    edit: fn(Option<Money>) -> ContractEdit,
) -> AnyView {
    let session = Session::get();
    let currency = session.plan(|plan| plan.currency().to_string());
    let stored = session.plan(move |plan| of(plan).map(typed_price).unwrap_or_default());
    let read = move |text: &str| price_field(text).map(|price| fields::read_as_price(price, &currency.get()));
    let take = move |text: String| change(session, edit(price_field(&text).good()));
    view! { <TextField id label stored read take /> }.into_any()
}
