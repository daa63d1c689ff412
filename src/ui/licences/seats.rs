//! The seats that people have already: a seat that is paid costs nothing until it ends.

use super::decide::edit;
use crate::session::{Field, Session, View, day_field};
use crate::words::{licences as words, numbers};
use engine::desk::LicencesView;
use engine::plan::{LicenceEdit, Seat};
use leptos::prelude::*;

/// The panel: the list, and a short form to add to it.
#[component]
pub fn Seats(
    /// The newest answer, for seats that are not known here.
    view: View<LicencesView>,
) -> AnyView {
    let session = Session::get();
    let seats = session.plan(|plan| plan.seats.clone());
    let offers = session.plan(|plan| plan.offers().into_iter().map(|offer| offer.name).collect::<Vec<_>>());
    let unknown = Memo::new(move |_| view.with(|view| view.as_ref().map_or(0, |view| view.seats_unknown)));
    let (user, offer, to) =
        (RwSignal::new(String::new()), RwSignal::new(String::new()), RwSignal::new(String::new()));
    let chosen = Memo::new(move |_| {
        let offer = offer.get();
        if offer.is_empty() {
            offers.with(|offers| offers.first().cloned().unwrap_or_default())
        } else {
            offer
        }
    });
    let seat = Memo::new(move |_| {
        let user = user.get().trim().to_lowercase();
        let to = match day_field(&to.get()) {
            Field::Empty => None,
            Field::Good(day) => Some(day),
            Field::Bad(_) => return None,
        };
        (!user.is_empty() && !chosen.get().is_empty()).then(|| Seat {
            user,
            offer: chosen.get(),
            from: None,
            to,
        })
    });
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(seat) = seat.get_untracked() else { return };
        let mut list = seats.get_untracked();
        list.push(seat);
        edit(session, LicenceEdit::Seats(list));
        user.set(String::new());
    };
    let remove = move |index: usize| {
        let mut list = seats.get_untracked();
        if index < list.len() {
            list.remove(index);
        }
        edit(session, LicenceEdit::Seats(list));
    };
    view! {
        <section id="seats" class="sheet">
            <h2>{words::SEATS}</h2>
            <p class="finding">"A seat that is paid already costs nothing until its last day, and its price after."</p>
            {move || {
                let lines = seats.get().into_iter().enumerate().map(|(index, seat)| {
                    let until = seat.to.map_or("no end known".to_string(), |day| format!("until {}", numbers::day(day)));
                    let words = format!("{}: {}, {until}", seat.user, seat.offer);
                    let label = format!("Remove: {words}");
                    view! { <li><span class="break">{words}</span><button type="button" aria-label=label on:click=move |_| remove(index)>"Remove"</button></li> }
                });
                let lines = lines.collect_view();
                view! { <ul class="entries">{lines}</ul> }
            }}
            {move || (unknown.get() > 0).then(|| view! { <p class="warn-text">{format!("{} of them name a person or an offer that is not known here.", numbers::count(unknown.get()))}</p> })}
            <form class="inline-form no-print" on:submit=add>
                <span class="field"><label for="seat-user">"E-mail"</label><input id="seat-user" type="text" autocomplete="off" prop:value=user on:input=move |event| user.set(event_target_value(&event)) /></span>
                <span class="field"><label for="seat-offer">"Seat"</label>
                    <select id="seat-offer" on:change=move |event| offer.set(event_target_value(&event))>
                        {move || offers.get().into_iter().map(|name| view! { <option value=name.clone()>{name.clone()}</option> }).collect_view()}
                    </select>
                </span>
                <span class="field"><label for="seat-to">"Paid until"</label><input id="seat-to" type="date" prop:value=to on:input=move |event| to.set(event_target_value(&event)) /></span>
                <button type="submit" disabled=move || seat.with(Option::is_none)>"Add the seat"</button>
            </form>
        </section>
    }
    .into_any()
}
