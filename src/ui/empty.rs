//! The page before anything is loaded: one drop zone, one promise, three points.

use super::loading::Status;
use super::notices::Notices;
use super::plan::PutBack;
use super::proof::ProofLine;
use super::state::{FILE_INPUT_ID, Ui};
use crate::browser::page as document;
use crate::session::{Event, Session};
use crate::words::page;
use leptos::prelude::*;

/// The empty page.
#[component]
pub fn EmptyPage() -> AnyView {
    let session = Session::get();
    let ui = Ui::get();
    view! {
        <div class="empty">
            <header>
                <p class="name">{page::NAME}</p>
                <h1>{page::PROMISE}</h1>
            </header>
            <Notices />
            <section id="drop" class="drop" aria-label=page::DROP_HERE>
                <p class="drop-call">{page::DROP_HERE}</p>
                <div class="buttons">
                    <button type="button" class="first large" id="choose-files" on:click=move |_| document::click(FILE_INPUT_ID)>
                        {page::CHOOSE_FILES}
                    </button>
                    <button type="button" class="large" id="example" on:click=move |_| session.dispatch(Event::Example)>
                        {page::TRY_EXAMPLE}
                    </button>
                </div>
                <PutBack />
                <p class="soft">{page::WHERE_TO_EXPORT}</p>
                <Status />
            </section>
            <dl class="points">
                {page::POINTS.map(|(what, says)| view! { <div><dt>{what}</dt><dd>{says}</dd></div> })}
            </dl>
            <footer class="quiet-line">
                <ProofLine />
                <p class="soft">
                    <button type="button" class="link" id="open-plan" on:click=move |_| ui.open_drawer("plan-title")>
                        {page::DATA_AND_PLAN}
                    </button>
                    " · "
                    <button type="button" class="link" aria-haspopup="dialog" on:click=move |_| ui.open_guide()>
                        {page::GUIDE}
                    </button>
                </p>
            </footer>
        </div>
    }
    .into_any()
}
