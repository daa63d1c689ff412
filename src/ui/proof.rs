//! The quiet line that nothing leaves the browser, and how to check it.

use super::state::{PROOF_ID, Ui};
use crate::browser::dialog;
use crate::words::page;
use leptos::prelude::*;

/// The line with its button.
#[component]
pub fn ProofLine() -> AnyView {
    let ui = Ui::get();
    view! {
        <p class="soft">
            {page::NOTHING_LEAVES} " — "
            <button type="button" class="link" aria-haspopup="dialog" on:click=move |_| ui.open_dialog(PROOF_ID)>
                {page::HOW_TO_CHECK}
            </button>
        </p>
        <p class="soft">{page::INDEPENDENT}</p>
    }
    .into_any()
}

/// How to check it.
#[component]
pub fn ProofDialog() -> AnyView {
    let ui = Ui::get();
    view! {
        <dialog id=PROOF_ID on:close=move |_| ui.modal.set(false) aria-labelledby="proof-title">
            <div class="dialog-head">
                <h2 id="proof-title">{page::NOTHING_LEAVES}</h2>
                <CloseDialog id=PROOF_ID />
            </div>
            <ol class="numbered">{page::PROOF.map(|step| view! { <li>{step}</li> })}</ol>
        </dialog>
    }
    .into_any()
}

/// The button that closes a dialog; Escape does too.
#[component]
pub fn CloseDialog(
    /// The dialog.
    id: &'static str,
) -> impl IntoView {
    view! { <button type="button" class="close" on:click=move |_| dialog::close(id)>{page::CLOSE}</button> }
}
