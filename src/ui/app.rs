//! The page as a whole: what stands where, and what works everywhere on it.

use super::band::Band;
use super::empty::EmptyPage;
use super::forecast::ForecastPage;
use super::guide::GuideDialog;
use super::habits::HabitsPage;
use super::licences::LicencesPage;
use super::mapping::MappingDialog;
use super::overview::OverviewPage;
use super::place::{self, Place};
use super::plan::PlanDrawer;
use super::proof::ProofDialog;
use super::purchase::PurchasePage;
use super::review::ReviewPage;
use super::side_bar::SideBar;
use super::state::{FILE_INPUT_ID, Ui};
use super::usage::UsagePage;
use super::why::WhyDialog;
use crate::browser::drops::{self, Drop};
use crate::browser::files;
use crate::browser::keys::{self, Key};
use crate::session::{Content, Event, Session};
use crate::words::page;
use leptos::prelude::*;

/// The page. Starts the session and listens for files and keys.
#[component]
pub fn App() -> impl IntoView {
    let session = Session::start();
    let ui = Ui::default();
    provide_context(session);
    provide_context(ui);
    watch_drops(session, ui);
    watch_keys(session, ui);
    session.guard_leaving();
    place::follow_address(ui);
    view! { <Page /> }
}

/// The page around a session and a `Ui` from the context.
#[component]
pub fn Page() -> AnyView {
    let session = Session::get();
    let ui = Ui::get();
    let empty = Memo::new({
        let content = session.content();
        move |_| content.get() == Content::Empty
    });
    let pick = move |event| session.pick(files::from_input(&event));
    view! {
        <a class="skip" href="#main">{page::SKIP}</a>
        <div class="page" class:bare=empty class:hovering=ui.hovering>
            {move || (!empty.get()).then(|| view! { <SideBar /><Band /> })}
            <main id="main" tabindex="-1">
                <input
                    id=FILE_INPUT_ID
                    class="visually-hidden"
                    type="file"
                    multiple
                    accept=".csv,.tsv,.txt,.json"
                    tabindex="-1"
                    aria-label=page::CHOOSE_FILES
                    on:change=pick
                />
                {move || if empty.get() { view! { <EmptyPage /> }.into_any() } else { shown(ui.place.get()) }}
            </main>
            {move || ui.drawer.get().then(|| view! { <PlanDrawer /> })}
        </div>
        <div class="drop-veil" aria-hidden="true" hidden=move || !ui.hovering.get()>
            <p>{page::DROP_NOW}</p>
        </div>
        <WhyDialog />
        <GuideDialog />
        <ProofDialog />
        <MappingDialog />
    }
    .into_any()
}

fn shown(place: Place) -> AnyView {
    match place {
        Place::Overview => view! { <OverviewPage /> }.into_any(),
        Place::Usage => view! { <UsagePage /> }.into_any(),
        Place::Habits => view! { <HabitsPage /> }.into_any(),
        Place::Licences => view! { <LicencesPage /> }.into_any(),
        Place::Forecast => view! { <ForecastPage /> }.into_any(),
        Place::Purchase => view! { <PurchasePage /> }.into_any(),
        Place::Review => view! { <ReviewPage /> }.into_any(),
    }
}

/// Files dropped anywhere on the window.
fn watch_drops(session: Session, ui: Ui) {
    drops::watch(move |drop| match drop {
        Drop::Hovering => {
            if !ui.hovering.get_untracked() {
                ui.hovering.set(true);
            }
        }
        Drop::Gone => ui.hovering.set(false),
        Drop::Files(files) => {
            ui.hovering.set(false);
            session.pick(files);
        }
    });
}

/// Undo and redo, except in a field with its own; Escape closes the drawer.
fn watch_keys(session: Session, ui: Ui) {
    keys::watch(move |key| match meaning(&key) {
        Some(Meaning::Undo) => {
            session.dispatch(Event::Undo);
            true
        }
        Some(Meaning::Redo) => {
            session.dispatch(Event::Redo);
            true
        }
        // An open dialog answers Escape itself.
        Some(Meaning::Close) if ui.drawer.get_untracked() && !ui.modal.get_untracked() => {
            ui.close_drawer();
            true
        }
        _ => false,
    });
}

/// What a key means everywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// Take the last change back.
    Undo,
    /// Make it again.
    Redo,
    /// Close what is open.
    Close,
}

/// What a key means, if anything. In a field Ctrl+Z is the field's own.
pub fn meaning(key: &Key) -> Option<Meaning> {
    match (key.name.to_ascii_lowercase().as_str(), key.control, key.shift) {
        ("escape", false, false) => Some(Meaning::Close),
        ("z", true, false) if !key.typing => Some(Meaning::Undo),
        ("z", true, true) | ("y", true, false) if !key.typing => Some(Meaning::Redo),
        _ => None,
    }
}
