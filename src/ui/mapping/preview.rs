//! The first rows of the file, each column with what it is taken for.

use crate::session::Session;
use crate::ui::state::Ui;
use crate::words::mapping as words;
use leptos::prelude::*;

/// So many rows are shown: enough to recognise a file.
const ROWS: usize = 5;

/// The table.
#[component]
pub fn FirstRows() -> AnyView {
    let (session, ui) = (Session::get(), Ui::get());
    let hide = session.hide_names();
    let of_file = ui.mapping.with_untracked(|view| {
        view.as_ref()
            .map(|view| (view.header.clone(), view.rows.iter().take(ROWS).cloned().collect::<Vec<_>>()))
    });
    let (header, rows) = of_file.unwrap_or_default();
    let width = header.len();
    let taken_for = move |column: usize| {
        ui.mapping.with(|view| {
            let view = view.as_ref()?;
            let named: Vec<&str> = view
                .fields
                .iter()
                .filter(|field| field.chosen == Some(column as u32))
                .map(|field| words::field(field.field))
                .collect();
            (!named.is_empty()).then(|| named.join(", "))
        })
    };
    let head = move |(column, name): (usize, String)| {
        view! {
            <th scope="col">
                {name}
                <small class="taken">{move || taken_for(column)}</small>
            </th>
        }
    };
    let row = move |cells: &Vec<String>| {
        let cells = (0..width).map(|column| cells.get(column).cloned().unwrap_or_default());
        view! { <tr>{cells.map(|cell| view! { <td>{cell}</td> }).collect_view()}</tr> }
    };
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=words::FIRST_ROWS>
            <table class="preview">
                <caption>{move || if hide.get() { words::ROWS_HIDDEN } else { words::FIRST_ROWS }}</caption>
                <thead><tr>{header.into_iter().enumerate().map(head).collect_view()}</tr></thead>
                <tbody>{move || (!hide.get()).then(|| rows.iter().map(row).collect_view())}</tbody>
            </table>
        </div>
    }
    .into_any()
}
