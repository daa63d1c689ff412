//! The dialect of all tables that are saved as CSV.

use crate::session::{Event, Session};
use crate::ui::switch::Switch;
use crate::words::page;
use engine::plan::{CsvForm, Delimiter, Edit};
use leptos::prelude::*;

/// The choices.
#[component]
pub fn CsvFields() -> AnyView {
    let session = Session::get();
    let form = session.plan(|plan| plan.csv);
    let set = move |change: &dyn Fn(&mut CsvForm)| {
        let mut next = form.get_untracked();
        change(&mut next);
        session.dispatch(Event::Edit(Edit::Csv(next)));
    };
    let delimiter = move |event| {
        if let Some(one) = Delimiter::from_name(&event_target_value(&event)) {
            set(&|form| form.delimiter = one);
        }
    };
    let options = Delimiter::ALL.map(|one| {
        view! { <option value=one.name() selected=move || form.get().delimiter == one>{page::delimiter(one)}</option> }
    });
    view! {
        <div class="fields">
            <div class="field">
                <label for="csv-delimiter">"Between cells"</label>
                <select id="csv-delimiter" prop:value=move || form.get().delimiter.name() on:change=delimiter>{options.collect_view()}</select>
            </div>
        </div>
        <Switch
            id="csv-decimal-comma"
            label="Decimal comma: 5,25 instead of 5.25"
            on=Signal::derive(move || form.get().decimal_comma)
            set=move |on| set(&|form| form.decimal_comma = on)
        />
        <Switch
            id="csv-mark"
            label="Begin with the byte-order mark, which Excel needs to show ä or é"
            on=Signal::derive(move || !form.get().no_mark)
            set=move |on| set(&|form| form.no_mark = !on)
        />
        <p class="soft">{page::CSV_HINT}</p>
        {move || (form.get().delimiter == Delimiter::Tab).then(|| view! { <p class="soft" id="csv-tab-hint">{page::CSV_TAB_HINT}</p> })}
    }
    .into_any()
}
