//! Set it myself: any person to any offers, or to Flex, decided.

use super::decide::edit;
use crate::session::{Session, View};
use crate::words::licences as words;
use crate::words::numbers;
use engine::desk::{LicenceRow, LicencesView};
use engine::plan::{LicenceEdit, Move};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// A tick for each offer; the totals above follow when it is set.
#[component]
pub fn OwnMix(
    /// The person.
    row: Memo<LicenceRow>,
    /// The newest answer, for the offers.
    view: View<LicencesView>,
    /// The person's number, for ids.
    number: u32,
) -> AnyView {
    let session = Session::get();
    let currency = session.currency();
    let offers = Memo::new(move |_| {
        view.with(|view| {
            let offers = view.as_ref().map(|view| view.offers.iter().map(|offer| offer.name.clone()));
            offers.map(Iterator::collect::<Vec<String>>).unwrap_or_default()
        })
    });
    let set = Memo::new(move |_| {
        row.with(|row| {
            let accepted = row.accepted.as_ref().map(|accepted| accepted.offers.clone());
            accepted.unwrap_or_default().into_iter().collect::<BTreeSet<String>>()
        })
    });
    let tick = move |offer: String| {
        let mut chosen = set.get_untracked();
        if !chosen.remove(&offer) {
            chosen.insert(offer);
        }
        let user = row.with_untracked(|row| row.person.id.clone());
        edit(session, LicenceEdit::Accept(Move { user, offers: chosen.into_iter().collect() }));
    };
    let comes_to = move || {
        row.with(|row| {
            let accepted = row.accepted.as_ref()?;
            Some(match &accepted.mix {
                Some(mix) => format!(
                    "{}: saves {} a year.",
                    words::mix(&accepted.offers),
                    numbers::money(words::money_in(&mix.saving_per_year), &currency.get())
                ),
                None => "A price is not known, so what it saves cannot be told.".to_string(),
            })
        })
    };
    view! {
        <fieldset class="own-mix no-print">
            <legend>"Set it myself"</legend>
            {move || offers.get().into_iter().enumerate().map(|(index, offer)| {
                let id = format!("own-{number}-{index}");
                let named = offer.clone();
                view! {
                    <label class="switch" for=id.clone()>
                        <input type="checkbox" id=id.clone() prop:checked=move || set.with(|set| set.contains(&named))
                            on:change={ let offer = offer.clone(); move |_| tick(offer.clone()) } />
                        {offer}
                    </label>
                }
            }).collect_view()}
            <button type="button" class="link" on:click=move |_| {
                let user = row.with_untracked(|row| row.person.id.clone());
                edit(session, LicenceEdit::Accept(Move { user, offers: Vec::new() }));
            }>"Stay on Flex, decided"</button>
            <small class="memo" aria-live="polite">{comes_to}</small>
        </fieldset>
    }
    .into_any()
}
