//! What went wrong, as sentences, until dismissed.

use crate::session::{Event, Session};
use leptos::prelude::*;

/// The notices.
#[component]
pub fn Notices() -> AnyView {
    let session = Session::get();
    let notices = session.memo(|state| state.notices.clone());
    view! {
        <div class="notices" role="alert">
            <For
                each=move || notices.get()
                key=|notice| notice.id
                children=move |notice| {
                    let id = notice.id;
                    view! {
                        <p class="notice">
                            <span>{notice.text}</span>
                            <button type="button" on:click=move |_| session.dispatch(Event::Dismiss(id))>"Dismiss"</button>
                        </p>
                    }
                }
            />
        </div>
    }
    .into_any()
}
