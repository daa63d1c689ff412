//! What the portal's list of subscriptions shows as bought, to be added to the plan.

use crate::session::{Event, Session};
use crate::words::purchases as words;
use engine::desk::{PackOffered, PurchasesView, SeatsOffered};
use engine::plan::{Edit, LicenceEdit, Offer, Pack, Plan};
use leptos::prelude::*;

/// The panel; nothing where everything is in the plan.
#[component]
pub fn Purchases() -> AnyView {
    let session = Session::get();
    let found = session.memo(|state| {
        let offers = state.history.plan().offers();
        let mut found = (*state.purchases).clone();
        found.packs.retain(|pack| !pack.is_in_plan);
        found.seats.retain(|seats| !offers.iter().any(|offer| offer.name == seats.offering));
        found
    });
    let plan = InPlan {
        session,
        packs: session.plan(|plan| plan.packs.clone()),
        offers: session.plan(Plan::offers),
    };
    view! {
        {move || {
            let found = found.get();
            (!found.packs.is_empty() || !found.seats.is_empty()).then(|| panel(plan, &found))
        }}
    }
    .into_any()
}

/// What the plan has, to add to.
#[derive(Clone, Copy)]
struct InPlan {
    session: Session,
    packs: Memo<Vec<Pack>>,
    offers: Memo<Vec<Offer>>,
}

fn panel(plan: InPlan, found: &PurchasesView) -> impl IntoView + use<> {
    let packs: Vec<Pack> = found.packs.iter().filter_map(|pack| to_buy(pack, &found.packs)).collect();
    let several = packs.len() > 1;
    let pack = |offered: &PackOffered| {
        let words = words::pack(offered);
        let button = match to_buy(offered, &found.packs) {
            Some(pack) => {
                let label = format!("{}: {words}", words::ADD);
                view! {
                    <button type="button" aria-label=label on:click=move |_| add_packs(plan, std::slice::from_ref(&pack))>
                        {words::ADD}
                    </button>
                }
                .into_any()
            }
            None => view! { <span class="soft">{words::NO_START}</span> }.into_any(),
        };
        view! { <li><span>{words}</span>{button}</li> }
    };
    let seats = |offered: &SeatsOffered| {
        let words = words::seats(offered);
        let label = format!("{}: {}", words::ADD_OFFER, offered.offering);
        let name = offered.offering.clone();
        view! {
            <li>
                <span>{words}</span>
                <button type="button" aria-label=label on:click=move |_| add_offer(plan, &name)>{words::ADD_OFFER}</button>
            </li>
        }
    };
    view! {
        <section id="purchases" class="sheet no-print" aria-labelledby="purchases-title">
            <h2 id="purchases-title">{words::HEADING}</h2>
            <ul class="entries">
                {found.packs.iter().map(pack).collect_view()}
                {found.seats.iter().map(seats).collect_view()}
            </ul>
            {several.then(|| view! {
                <p class="buttons"><button type="button" on:click=move |_| add_packs(plan, &packs)>{words::ADD_ALL}</button></p>
            })}
            <p class="soft">
                {words::NO_PRICES} " "
                {(!found.seats.is_empty()).then_some(words::SEATS_HAVE_PEOPLE)}
            </p>
        </section>
    }
}

/// The pack that the plan would get. Where all packs are of one team they serve everybody, as the plan's
/// short form has it; of several teams, each pack is its team's own.
pub fn to_buy(offered: &PackOffered, all: &[PackOffered]) -> Option<Pack> {
    let one_team = all.iter().all(|other| other.team == offered.team);
    Some(Pack {
        pool: offered.team.clone().filter(|_| !one_team),
        tokens: offered.tokens,
        price: None,
        start: offered.start?,
        end: offered.end,
    })
}

fn add_packs(plan: InPlan, packs: &[Pack]) {
    let mut all = plan.packs.get_untracked();
    all.extend_from_slice(packs);
    plan.session.dispatch(Event::Edit(Edit::Packs(all)));
}

fn add_offer(plan: InPlan, name: &str) {
    let mut offers = plan.offers.get_untracked();
    let offer =
        Offer { name: name.to_string(), covers: vec![name.to_string()], price_per_year: None, dated: None };
    offers.push(offer);
    plan.session.dispatch(Event::Edit(Edit::Licences(LicenceEdit::Offers(Some(offers)))));
}
