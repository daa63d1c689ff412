//! Small lists of people to look at, each with the rows behind it through the filter.

use super::parts::Narrow;
use crate::session::{Session, View};
use crate::words::{lookout as words, numbers, plural};
use engine::desk::{Cut, LOOKOUT_LIST_MAX, LookoutView, PersonView, Who};
use leptos::prelude::*;

/// The panel; nothing where all lists are empty.
#[component]
pub fn Lists(
    /// What to look at.
    lookout: View<LookoutView>,
) -> AnyView {
    let hide = Session::get().hide_names();
    (move || lookout.get().and_then(|view| all(&view, hide.get()))).into_any()
}

/// A person and what is said of them.
type Line = (PersonView, String);

fn all(view: &LookoutView, hide: bool) -> Option<AnyView> {
    let inactive = view.inactive.iter().map(|(person, day)| (person.clone(), words::last_charge(*day)));
    let teams = view.several_teams.iter().map(|(person, teams)| (person.clone(), words::teams(teams)));
    let seats = view.beside_seat.iter().map(|(person, product, charges, tokens)| {
        let charges = plural::of(*charges, "charge", "charges");
        (person.clone(), format!("{product}: {charges}, {} tokens", numbers::tokens(*tokens)))
    });
    let no_sheet = view.in_no_sheet.iter().map(|person| (person.clone(), String::new()));
    let lists = [
        ("inactive", words::inactive(view), inactive.collect::<Vec<Line>>()),
        ("several-teams", words::several_teams(view.several_teams.len()), teams.collect()),
        ("beside-seat", words::beside_seat(view.beside_seat.len()), seats.collect()),
        ("in-no-sheet", words::in_no_sheet(view.in_no_sheet_total), no_sheet.collect()),
    ];
    if lists.iter().all(|(_, _, lines)| lines.is_empty()) {
        return None;
    }
    let lists = lists.into_iter().filter(|(_, _, lines)| !lines.is_empty());
    let lists = lists.map(|(id, title, lines)| list(id, title, lines, hide)).collect_view();
    Some(
        view! { <section id="small-lists" class="sheet"><h2>{words::SMALL_LISTS}</h2>{lists}</section> }
            .into_any(),
    )
}

fn list(id: &'static str, title: String, lines: Vec<Line>, hide: bool) -> impl IntoView {
    let is_cut = lines.len() >= LOOKOUT_LIST_MAX;
    let rows = lines.into_iter().map(|(person, detail)| {
        view! { <li><span><Narrow cut=Cut::Person who=Who::Person(person) hide /></span><span class="soft">{detail}</span></li> }
    });
    let rows = rows.collect_view();
    view! {
        <details class="as-table" id=id>
            <summary>{title}{is_cut.then(|| format!(" (at most {LOOKOUT_LIST_MAX} listed)"))}</summary>
            <ul class="entries">{rows}</ul>
        </details>
    }
}
