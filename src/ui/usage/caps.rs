//! The two caps that can be set.

use crate::session::{Event, Session, tokens_field, typed_number};
use crate::ui::plan::field::TextField;
use crate::words::{fields, lookout as words};
use engine::plan::{Caps as CapsSet, Edit, NoteEdit};
use engine::usage::Tokens;
use leptos::prelude::*;

/// The panel.
#[component]
pub fn Caps() -> AnyView {
    let session = Session::get();
    let caps = session.plan(|plan| plan.caps);
    let typed = |tokens: Option<Tokens>| tokens.map(|tokens| typed_number(tokens.0)).unwrap_or_default();
    let read = |text: &str| tokens_field(text).map(fields::read_as_tokens);
    let set = move |change: fn(&mut CapsSet, Option<Tokens>), text: String| {
        let mut caps = caps.get_untracked();
        change(&mut caps, tokens_field(&text).good());
        session.dispatch(Event::Edit(Edit::Note(NoteEdit::Caps(caps))));
    };
    view! {
        <section id="caps" class="sheet">
            <h2>{words::CAPS}</h2>
            <p class="soft">
                {move || (caps.get() == CapsSet::default()).then(|| format!("{} ", words::NO_CAPS))}
                {words::CAPS_ARE}
            </p>
            <div class="fields no-print">
                <TextField id="cap-person" label=words::CAP_PERSON
                    stored=Signal::derive(move || typed(caps.get().user_per_day)) read
                    take=move |text| set(|caps, tokens| caps.user_per_day = tokens, text) />
                <TextField id="cap-all" label=words::CAP_ALL
                    stored=Signal::derive(move || typed(caps.get().pool_per_day)) read
                    take=move |text| set(|caps, tokens| caps.pool_per_day = tokens, text) />
            </div>
        </section>
    }
    .into_any()
}
