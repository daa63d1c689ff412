//! A field of the plan: it keeps the text as typed, says beside it how it was read, and takes effect
//! when it is left or Enter is pressed. Undo brings the plan's own text back.

use crate::session::Field;
use leptos::prelude::*;

/// A field that shows a part of the plan.
#[component]
pub fn TextField(
    /// Its id.
    id: &'static str,
    /// Its label.
    label: &'static str,
    /// `text` or `date`.
    #[prop(default = "text")]
    kind: &'static str,
    /// The plan's value as it is typed.
    #[prop(into)]
    stored: Signal<String>,
    /// How a text is read: the words beside the field, or what is wrong.
    read: impl Fn(&str) -> Field<String> + Send + Sync + 'static,
    /// Takes a text that can be read; an empty one takes the value away.
    take: impl Fn(String) + 'static,
    /// Texts to choose from.
    #[prop(optional)]
    choices: &'static [&'static str],
) -> AnyView {
    let typed = RwSignal::new(None::<String>);
    let shown = Memo::new(move |_| typed.get().unwrap_or_else(|| stored.get()));
    let said = Memo::new(move |_| read(&shown.get()));
    let is_bad = move || matches!(said.get(), Field::Bad(_));
    let memo = move || match said.get() {
        Field::Empty => String::new(),
        Field::Good(words) | Field::Bad(words) => words,
    };
    let change = move |event| {
        let text = event_target_value(&event);
        if matches!(said.get_untracked(), Field::Bad(_)) {
            // It stays as typed, with what is wrong beside it.
            return;
        }
        take(text);
        typed.set(None);
    };
    let memo_id = format!("{id}-memo");
    let list = format!("{id}-list");
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <input
                id=id
                type=kind
                autocomplete="off"
                list=(!choices.is_empty()).then(|| list.clone())
                aria-describedby=memo_id.clone()
                aria-invalid=move || is_bad().then_some("true")
                prop:value=shown
                on:input=move |event| typed.set(Some(event_target_value(&event)))
                on:change=change
            />
            {(!choices.is_empty()).then(|| view! {
                <datalist id=list>{choices.iter().map(|choice| view! { <option value=*choice></option> }).collect_view()}</datalist>
            })}
            <small id=memo_id class="memo" class:bad=is_bad>{memo}</small>
        </div>
    }
    .into_any()
}
