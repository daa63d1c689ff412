//! The drawer *Data and plan*: the files, the short forms, the lists, and what can be saved.

mod bought;
mod csv_form;
pub mod field;
mod files;
mod lists;
mod money;
mod save;
mod term;
mod watch;
mod work;

use super::left_form::LeftForm;
use super::state::{PLAN_ID, Ui};
use crate::session::{Event, Session};
use crate::ui::switch::Switch;
use crate::words::page;
use leptos::prelude::*;

pub use bought::BoughtForm;
pub use field::TextField;
pub use files::{FilesList, Mappings, PutBack};
pub use lists::{Packs, Readings};

/// The drawer.
#[component]
pub fn PlanDrawer() -> AnyView {
    let session = Session::get();
    let ui = Ui::get();
    let hide = session.hide_names();
    view! {
        <aside id=PLAN_ID class="drawer" aria-labelledby="plan-title">
            <div class="dialog-head">
                <h2 id="plan-title" tabindex="-1">{page::DATA_AND_PLAN}</h2>
                <button type="button" class="close" on:click=move |_| ui.close_drawer()>{page::CLOSE}</button>
            </div>
            <UndoRedo />
            <section aria-labelledby="plan-files-title"><h3 id="plan-files-title">"Files"</h3><FilesList /><Mappings /></section>
            <section aria-labelledby="plan-left-title">
                <h3 id="plan-left-title">"Tokens left"</h3>
                <LeftForm prefix="plan" />
                <Readings />
            </section>
            <section aria-labelledby="plan-bought-title">
                <h3 id="plan-bought-title">"Tokens bought"</h3>
                <Packs />
                <BoughtForm />
            </section>
            <section aria-labelledby="plan-price-title"><h3 id="plan-price-title">"Price"</h3><money::MoneyFields /></section>
            <section aria-labelledby="plan-term-title"><h3 id="plan-term-title">"Term and renewal"</h3><term::TermFields /></section>
            <section aria-labelledby="plan-work-title"><h3 id="plan-work-title">"Work"</h3><work::WorkFields /></section>
            <section aria-labelledby="plan-watch-title"><h3 id="plan-watch-title">{crate::words::alerts::RULES}</h3><watch::WatchFields /></section>
            <section aria-labelledby="plan-people-title">
                <h3 id="plan-people-title">"People"</h3>
                <Switch id="hide-names" label="Hide names: show “Person 017” everywhere" on=hide set=move |on| session.dispatch(Event::HideNames(on)) />
            </section>
            <section aria-labelledby="plan-csv-title"><h3 id="plan-csv-title">{page::CSV_TITLE}</h3><csv_form::CsvFields /></section>
            <section aria-labelledby="plan-save-title"><h3 id="plan-save-title">"Save and open"</h3><save::SaveButtons /></section>
        </aside>
    }
    .into_any()
}

#[component]
fn UndoRedo() -> AnyView {
    let session = Session::get();
    let can_undo = session.memo(|state| state.history.can_undo());
    let can_redo = session.memo(|state| state.history.can_redo());
    view! {
        <p class="buttons">
            <button type="button" id="undo" title="Ctrl+Z" disabled=move || !can_undo.get() on:click=move |_| session.dispatch(Event::Undo)>"Undo"</button>
            <button type="button" id="redo" title="Ctrl+Y" disabled=move || !can_redo.get() on:click=move |_| session.dispatch(Event::Redo)>"Redo"</button>
        </p>
    }
    .into_any()
}
