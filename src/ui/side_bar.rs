//! The places and the buttons that are always there; on a phone at the bottom.

use super::place::Place;
use super::proof::ProofLine;
use super::state::{FILE_INPUT_ID, Ui};
use crate::browser::page as document;
use crate::session::Session;
use crate::words::page;
use leptos::prelude::*;

/// The bar.
#[component]
pub fn SideBar() -> AnyView {
    let ui = Ui::get();
    let unsaved = Session::get().unsaved();
    view! {
        <header class="bar">
            <p class="name">{page::NAME}</p>
            <nav aria-label="Places">
                <ul>
                    {Place::ALL.map(|place| view! {
                        <li>
                            <a
                                href=format!("#{}", place.address())
                                aria-current=move || (ui.place.get() == place).then_some("page")
                            >
                                {place.name()}
                            </a>
                        </li>
                    })}
                </ul>
            </nav>
            <div class="foot">
                <button type="button" class="first" id="add-exports" on:click=move |_| document::click(FILE_INPUT_ID)>
                    {page::ADD_EXPORTS}
                </button>
                <button
                    type="button"
                    id="open-plan"
                    aria-expanded=move || ui.drawer.get().to_string()
                    aria-controls="plan"
                    on:click=move |_| if ui.drawer.get_untracked() { ui.close_drawer() } else { ui.open_drawer("plan-title") }
                >
                    {page::DATA_AND_PLAN}
                    {move || unsaved.get().then(|| view! { " " <span id="unsaved" class="tag warn" title=page::UNSAVED_HINT>{page::UNSAVED}</span> })}
                </button>
                <button type="button" id="open-guide" aria-haspopup="dialog" on:click=move |_| ui.open_guide()>
                    {page::GUIDE}
                </button>
                <div class="quiet"><ProofLine /></div>
            </div>
        </header>
    }
    .into_any()
}
