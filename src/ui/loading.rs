//! Files on their way: how far each is, and a button that stops; then what that kept from being read again.

use crate::session::{Event, Session, Stage, State};
use crate::words::{numbers, page, plural, reading};
use leptos::prelude::*;

/// The line that is read out: what began and what ended, never every step between.
#[component]
pub fn Status() -> impl IntoView {
    let session = Session::get();
    let said = session.memo(status);
    view! { <p id="status" class="status soft" role="status">{said}</p> }
}

/// What the status line says.
pub fn status(state: &State) -> String {
    let reading = state.files.iter().find(|file| matches!(file.stage, Stage::Reading { .. }));
    match reading {
        Some(file) => format!("Reading {}…", file.picked.name),
        None if state.is_loading() => reading::WORKING.to_string(),
        None => state.said.clone(),
    }
}

/// One file that is not read yet.
#[derive(Clone, Debug, PartialEq)]
struct Line {
    id: u32,
    name: String,
    bytes: u64,
    bytes_total: u64,
    rows: u64,
    waiting: bool,
}

fn lines(state: &State) -> Vec<Line> {
    let line = |file: &crate::session::FileEntry| {
        let (bytes, rows, waiting) = match file.stage {
            Stage::Reading { bytes, rows } => (bytes, rows, false),
            Stage::Waiting => (0, 0, true),
            Stage::Read { .. } | Stage::NotReadAgain => return None,
        };
        let (name, bytes_total) = (file.picked.name.clone(), file.picked.bytes);
        Some(Line { id: file.id, name, bytes, bytes_total, rows, waiting })
    };
    state.files.iter().filter_map(line).collect()
}

/// The panel; nothing while no file is on its way.
#[component]
pub fn Loading() -> AnyView {
    let session = Session::get();
    let on_the_way = session.memo(lines);
    let any = Memo::new(move |_| !on_the_way.with(Vec::is_empty));
    let ids = move || on_the_way.with(|lines| lines.iter().map(|line| line.id).collect::<Vec<_>>());
    view! {
        {move || any.get().then(|| view! {
            <section class="sheet loading" aria-label="Reading files">
                <ul>
                    <For each=ids key=|id| *id children=move |id| {
                        let line = Memo::new(move |_| on_the_way.with(|lines| lines.iter().find(|l| l.id == id).cloned()));
                        move || line.get().map(|line| view! { <FileLine line /> })
                    } />
                </ul>
                <button type="button" id="stop" on:click=move |_| session.dispatch(Event::Stop)>{page::STOP}</button>
            </section>
        })}
        <Incomplete />
    }
    .into_any()
}

/// The files that were read before and are missing now.
#[component]
fn Incomplete() -> impl IntoView {
    let session = Session::get();
    let names =
        session.memo(|state| state.not_read_again().map(|file| file.picked.name.clone()).collect::<Vec<_>>());
    move || {
        let names = names.get();
        let number = names.len() as u64;
        (number > 0).then(|| view! {
            <section id="incomplete" class="sheet loading" aria-label="Files that are not read again yet">
                <p class="warn-text">{reading::incomplete(number)}</p>
                <ul>{names.into_iter().map(|name| view! { <li class="file-name">{name}</li> }).collect_view()}</ul>
                <button type="button" id="read-again" on:click=move |_| session.dispatch(Event::ReadAgain)>{reading::READ_AGAIN}</button>
            </section>
        })
    }
}

#[component]
fn FileLine(line: Line) -> AnyView {
    let how_far = if line.waiting {
        "waits".to_string()
    } else {
        format!(
            "{} of {}, {}",
            numbers::bytes(line.bytes),
            numbers::bytes(line.bytes_total),
            plural::rows(line.rows)
        )
    };
    let label = format!("Reading {}", line.name);
    view! {
        <li>
            <span class="file-name">{line.name}</span>
            <progress max=line.bytes_total.max(1).to_string() value=line.bytes.to_string() aria-label=label></progress>
            <span class="soft">{how_far}</span>
        </li>
    }
    .into_any()
}
