//! What to warn of: limits that the user sets. Nothing typed is off.

use super::field::TextField;
use crate::session::{Event, Field, Session, number_field, tokens_field, typed_number};
use crate::words::fields;
use engine::plan::{AlertRules, Edit, WatchEdit};
use engine::usage::Tokens;
use leptos::prelude::*;

/// The fields.
#[component]
pub fn WatchFields() -> AnyView {
    let session = Session::get();
    let rules = session.plan(|plan| plan.alerts);
    let tiers = session.plan(|plan| plan.tiers().to_vec());
    let set = move |change: &dyn Fn(&mut AlertRules)| {
        let mut next = rules.get_untracked();
        change(&mut next);
        session.dispatch(Event::Edit(Edit::Watch(WatchEdit::Rules(next))));
    };
    let tokens = move |of: fn(&AlertRules) -> Option<Tokens>| {
        Signal::derive(move || of(&rules.get()).map(|tokens| typed_number(tokens.0)).unwrap_or_default())
    };
    let number = move |of: fn(&AlertRules) -> Option<f64>| {
        Signal::derive(move || of(&rules.get()).map(|number| number.to_string()).unwrap_or_default())
    };
    let read_tokens = |text: &str| tokens_field(text).map(fields::read_as_tokens);
    let read_number = |text: &str| number_field(text).map(|_| String::new());
    let typed_tiers =
        Signal::derive(move || tiers.get().iter().map(ToString::to_string).collect::<Vec<_>>().join(", "));
    let take_tiers = move |text: String| {
        let tiers = if text.trim().is_empty() { None } else { percents(&text) };
        session.dispatch(Event::Edit(Edit::Watch(WatchEdit::Tiers(tiers))));
    };
    let read_tiers = |text: &str| match percents(text) {
        _ if text.trim().is_empty() => Field::Empty,
        Some(_) => Field::Good(String::new()),
        None => Field::Bad(fields::PERCENTS.to_string()),
    };
    view! {
        <div class="fields">
            <TextField id="watch-balance" label="Tokens left below" stored=tokens(|rules| rules.balance_below) read=read_tokens
                take=move |text: String| set(&|rules| rules.balance_below = tokens_field(&text).good()) />
            <TextField id="watch-run-out" label="Run-out in the term, over %" stored=number(|rules| rules.run_out_percent) read=read_number
                take=move |text: String| set(&|rules| rules.run_out_percent = number_field(&text).good()) />
            <TextField id="watch-lapse-days" label="Lapses within, days" stored=number(|rules| rules.lapse_days.map(f64::from)) read=read_number
                take=move |text: String| set(&|rules| rules.lapse_days = number_field(&text).good().map(|days| days.clamp(0.0, 3_660.0) as i32)) />
            <TextField id="watch-lapse-tokens" label="… with more tokens than" stored=tokens(|rules| rules.lapse_tokens) read=read_tokens
                take=move |text: String| set(&|rules| rules.lapse_tokens = tokens_field(&text).good()) />
            <TextField id="watch-climb" label="A week above the last four, over %" stored=number(|rules| rules.climb_percent) read=read_number
                take=move |text: String| set(&|rules| rules.climb_percent = number_field(&text).good()) />
            <TextField id="watch-tiers" label="Tiers, % of the term’s tokens" stored=typed_tiers read=read_tiers take=take_tiers />
        </div>
    }
    .into_any()
}

fn percents(text: &str) -> Option<Vec<f64>> {
    let read = |part: &str| number_field(part).good().filter(|percent| (0.0..=100.0).contains(percent));
    text.split([',', ';']).map(str::trim).filter(|part| !part.is_empty()).map(read).collect()
}
