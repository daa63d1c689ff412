//! The ten who use most, and whether that is as it should be.

use super::note::NoteForm;
use super::parts::Narrow;
use crate::session::{Event, Session};
use crate::ui::copies::TableFrame;
use crate::ui::figure::AskNumber;
use crate::words::{numbers, people, usage as words};
use engine::desk::{Cut, UsagePart, UsageView, Who};
use engine::plan::{Edit, Expected, NoteEdit};
use leptos::prelude::*;
use std::sync::Arc;

/// The id of the heading, which gets the focus after a mark.
const TITLE_ID: &str = "top-ten-title";

/// The panel.
#[component]
pub fn TopTen(
    /// The use.
    usage: Memo<Option<Arc<UsageView>>>,
) -> AnyView {
    let session = Session::get();
    let (currency, hide) = (session.currency(), session.hide_names());
    let expected = session.plan(|plan| plan.expected.clone());
    view! {
        <section id="top-ten" class="sheet">
            <h2 id=TITLE_ID tabindex="-1">{words::TOP_TEN}</h2>
            {move || usage.get().map(|view| {
                view! { <TopTenTable view expected=expected.get() currency=currency.get() hide=hide.get() /> }
            })}
        </section>
    }
    .into_any()
}

/// The list.
#[component]
pub fn TopTenTable(
    /// The use.
    view: Arc<UsageView>,
    /// Whose use is expected.
    expected: Vec<Expected>,
    /// The currency.
    currency: String,
    /// Names are hidden.
    hide: bool,
) -> AnyView {
    let note_of = |part: &UsagePart| match &part.part.who {
        Who::Person(person) => {
            expected.iter().find(|one| one.user == person.id.to_lowercase()).map(|one| one.note.clone())
        }
        Who::Name(_) => None,
    };
    let open = view.top_people.iter().filter(|part| note_of(part).is_none()).count() as u64;
    let finding = words::top_ten(&view.top_people, view.people, open);
    let row = |part: &UsagePart| {
        let note = note_of(part);
        let part = part.clone();
        let name = people::who(&part.part.who, hide, "");
        view! {
            <tr>
                <th scope="row">
                    <Narrow cut=Cut::Person who=part.part.who.clone() hide />
                    <Mark who=part.part.who.clone() name=name.clone() note />
                </th>
                <td class="n"><AskNumber subject=name figure=part.part.tokens currency=currency.clone() /></td>
                <td class="n">{numbers::share_in_column(part.part.share)}</td>
                <td class="n">{numbers::share_in_column(part.running_share)}</td>
            </tr>
        }
    };
    let rows = view.top_people.iter().map(row).collect_view();
    view! {
        <p class="finding">{finding}</p>
        <TableFrame><table>
            <thead><tr>
                <th scope="col">"Person"</th>
                <th scope="col" class="n">"Tokens"</th>
                <th scope="col" class="n">"Share"</th>
                <th scope="col" class="n" title="The share of this and all larger ones">"Running"</th>
            </tr></thead>
            <tbody>{rows}</tbody>
        </table></TableFrame>
    }
    .into_any()
}

/// *Is this expected?*, or that it is.
#[component]
fn Mark(who: Who, name: String, note: Option<String>) -> impl IntoView {
    let session = Session::get();
    let Who::Person(person) = who else { return None };
    let user = person.id;
    let is_marked = note.is_some();
    let summary = match &note {
        Some(note) if !note.is_empty() => format!("{}: {note}", words::EXPECTED),
        Some(_) => words::EXPECTED.to_string(),
        None => words::IS_EXPECTED.to_string(),
    };
    let (yes, no) = (user.clone(), user);
    let set = move |note: String| {
        session.dispatch(Event::Edit(Edit::Note(NoteEdit::Expected { user: yes.clone(), note })));
    };
    let unset = is_marked.then(|| {
        Callback::new(move |()| {
            session.dispatch(Event::Edit(Edit::Note(NoteEdit::NotExpected { user: no.clone() })));
        })
    });
    Some(view! {
        <NoteForm
            summary
            subject=name
            note=note.unwrap_or_default()
            yes=words::YES_EXPECTED
            no=words::NOT_EXPECTED
            set=Callback::new(set)
            unset
            focus=TITLE_ID
        />
    })
}
