//! The price list: what a seat costs a year, and what it covers. Editable, line by line.

use super::decide::edit;
use crate::session::{Field, Session, View, price_field, typed_price};
use crate::ui::figure::Tag;
use crate::words::{fields, licences as words, numbers};
use engine::desk::LicencesView;
use engine::plan::{LicenceEdit, Offer};
use leptos::prelude::*;

/// The panel. The plan's offers, else the shipped ones; the first change makes them the plan's.
#[component]
pub fn Offers(
    /// The newest answer, for what no offer covers.
    view: View<LicencesView>,
) -> AnyView {
    let session = Session::get();
    let offers = session.plan(|plan| plan.offers());
    let own = session.plan(|plan| plan.offers.is_some());
    let count = Memo::new(move |_| offers.with(Vec::len));
    let uncovered = Memo::new(move |_| {
        view.with(|view| view.as_ref().map(|view| view.products_without_offer.clone()).unwrap_or_default())
    });
    let today = session.memo(|state| state.today.map(|day| day.to_string()).unwrap_or_default());
    let change = move |then: &dyn Fn(&mut Vec<Offer>)| {
        let mut list = offers.get_untracked();
        then(&mut list);
        edit(session, LicenceEdit::Offers(Some(list)));
    };
    view! {
        <section id="offers" class="sheet">
            <h2>{words::OFFERS}" "{move || (!own.get()).then(|| view! { <Tag text="check this" hint="Second-hand list prices in US dollars; yours are what counts" warn=true /> })}</h2>
            <p class="finding">"Prices a year for one seat. What you change here counts at once."</p>
            <div class="scroll" tabindex="0" role="region" aria-label=words::OFFERS>
                <table class="offers">
                    <thead><tr><th scope="col">"Offer"</th><th scope="col">"Covers"</th><th scope="col" class="n">"A year"</th><th scope="col"><span class="visually-hidden">"Remove"</span></th></tr></thead>
                    <tbody>
                        // A line stays the same elements while its price is typed.
                        <For each=move || 0..count.get() key=|index| *index let:index>
                            <Line index offers today />
                        </For>
                    </tbody>
                </table>
            </div>
            {move || (!uncovered.with(Vec::is_empty)).then(|| view! {
                <p class="soft">{format!("No offer covers: {}. Those stay on Flex.", uncovered.get().join(", "))}</p>
            })}
            <p class="buttons no-print">
                <button type="button" id="add-offer" on:click=move |_| change(&|list| list.push(Offer { name: new_name(list), covers: Vec::new(), price_per_year: None, dated: None }))>"Add an offer"</button>
                <button type="button" hidden=move || !own.get() on:click=move |_| edit(session, LicenceEdit::Offers(None))>"The shipped list again"</button>
            </p>
        </section>
    }
    .into_any()
}

fn new_name(list: &[Offer]) -> String {
    let taken = |name: &String| list.iter().any(|offer| offer.name == *name);
    (1..).map(|number| format!("Offer {number}")).find(|name| !taken(name)).unwrap_or_default()
}

#[component]
fn Line(index: usize, offers: Memo<Vec<Offer>>, today: Memo<String>) -> AnyView {
    let session = Session::get();
    let offer = Memo::new(move |before: Option<&Offer>| {
        let gone = Offer { name: String::new(), covers: Vec::new(), price_per_year: None, dated: None };
        offers.with(|list| list.get(index).cloned()).or(before.cloned()).unwrap_or(gone)
    });
    let change = move |then: &dyn Fn(&mut Offer)| {
        let mut list = offers.get_untracked();
        if let Some(offer) = list.get_mut(index) {
            then(offer);
        }
        edit(session, LicenceEdit::Offers(Some(list)));
    };
    let typed = RwSignal::new(None::<String>);
    let stored =
        Memo::new(move |_| offer.with(|offer| offer.price_per_year.map(typed_price).unwrap_or_default()));
    let price = Memo::new(move |_| typed.get().unwrap_or_else(|| stored.get()));
    let read = Memo::new(move |_| price_field(&price.get()));
    let bad = move || matches!(read.get(), Field::Bad(_));
    let currency = session.currency();
    let memo = move || match read.get() {
        Field::Empty => "a price, please".to_string(),
        Field::Good(money) => {
            let dated = offer.with(|offer| offer.dated.clone()).map(|dated| format!(" ({dated})"));
            format!("{}{}", numbers::money(money, &currency.get()), dated.unwrap_or_default())
        }
        Field::Bad(problem) => problem,
    };
    let take_price = move |event| {
        let money = match price_field(&event_target_value(&event)) {
            Field::Good(money) => Some(money),
            Field::Empty => None,
            Field::Bad(_) => return,
        };
        typed.set(None);
        let dated = today.get_untracked();
        change(&|offer| {
            offer.price_per_year = money;
            offer.dated = (!dated.is_empty()).then(|| format!("{} {dated}", fields::SET_ON));
        });
    };
    let name = move || offer.with(|offer| offer.name.clone());
    let memo_id = format!("offer-{index}-memo");
    view! {
        <tr>
            <td><input type="text" autocomplete="off" aria-label=move || format!("Name of {}", name()) prop:value=name
                on:change=move |event| { let name = event_target_value(&event); change(&|offer| offer.name = name.trim().to_string()) } /></td>
            <td><input type="text" autocomplete="off" aria-label=move || format!("Products that {} covers, with semicolons between", name())
                prop:value=move || offer.with(|offer| offer.covers.join("; "))
                on:change=move |event| { let covers = event_target_value(&event); change(&|offer| offer.covers = products(&covers)) } /></td>
            <td class="n">
                <input type="text" inputmode="decimal" autocomplete="off" class="price" id=format!("offer-{index}-price") aria-label=move || format!("Price a year of {}", name())
                    aria-describedby=memo_id.clone() aria-invalid=move || bad().then_some("true")
                    prop:value=price on:input=move |event| typed.set(Some(event_target_value(&event))) on:change=take_price />
                <small id=memo_id class="memo" class:bad=bad>{memo}</small>
            </td>
            <td><button type="button" class="link no-print" aria-label=move || format!("Remove {}", name())
                on:click=move |_| { let mut list = offers.get_untracked(); if index < list.len() { list.remove(index); } edit(session, LicenceEdit::Offers(Some(list))) }>"Remove"</button></td>
        </tr>
    }
    .into_any()
}

fn products(text: &str) -> Vec<String> {
    text.split(';').map(str::trim).filter(|product| !product.is_empty()).map(ToString::to_string).collect()
}
