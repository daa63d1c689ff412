//! What was left out, and why: file, line, column, the text as found, the problem, the effect.

use super::pager::{PAGE_ROWS, Pager};
use crate::session::Session;
use crate::words::{numbers, page, reading};
use engine::desk::{Answer, Ask, ExportKind, FindingView, FindingsView};
use leptos::prelude::*;

/// The section; nothing where nothing was found. Drawn anew, closed, when other files were read.
#[component]
pub fn LeftOut() -> impl IntoView {
    let session = Session::get();
    let read = session.memo(|state| {
        state.overview.as_ref().map_or((0, 0), |overview| (overview.read.findings, overview.read.rows))
    });
    move || {
        let (findings, _) = read.get();
        (findings > 0).then(|| view! { <LeftOutList findings /> })
    }
}

#[component]
fn LeftOutList(findings: u64) -> AnyView {
    let session = Session::get();
    let view = RwSignal::new(None::<FindingsView>);
    let open = RwSignal::new(false);
    let turn = move |first: u64| {
        session.ask(&Ask::Findings { kind: None, first, count: PAGE_ROWS }, move |answer| {
            if let Answer::Findings(findings) = answer {
                // Other files may have been read by now, and this list be gone.
                let _ = view.try_set(Some(findings));
            }
        });
    };
    let toggle = move |_| {
        open.update(|open| *open = !*open);
        if view.with_untracked(Option::is_none) {
            turn(0);
        }
    };
    let total = move || view.with(|view| view.as_ref().map_or(0, |view| view.total));
    let first = move || view.with(|view| view.as_ref().map_or(0, |view| view.first));
    let shown = move || view.with(|view| view.as_ref().map_or(0, |view| view.findings.len() as u64));
    view! {
        <section id="left-out" class="sheet" tabindex="-1">
            <h2>{page::LEFT_OUT_LINK}</h2>
            <p class="buttons no-print">
                <button type="button" aria-expanded=move || open.get().to_string() aria-controls="left-out-list" on:click=toggle>
                    {move || if open.get() { "Hide the list".to_string() } else { format!("Show the list ({})", numbers::count(findings)) }}
                </button>
                <button type="button" id="export-left-out" on:click=move |_| session.export(ExportKind::Findings)>"Save as CSV"</button>
            </p>
            <div id="left-out-list" hidden=move || !open.get()>
                {move || view.get().map(|view| view! { <FindingsTable view /> })}
                <Pager first=Signal::derive(first) shown=Signal::derive(shown) total=Signal::derive(total) turn />
            </div>
        </section>
    }
    .into_any()
}

/// One page of the list.
#[component]
pub fn FindingsTable(
    /// The page.
    view: FindingsView,
) -> AnyView {
    let not_kept = reading::not_kept(view.not_kept);
    let row = |finding: FindingView| {
        view! {
            <tr>
                <th scope="row" class="break">{finding.file}</th>
                <td class="n">{finding.line.map(|line| numbers::count(u64::from(line)))}</td>
                <td>{finding.column}</td>
                <td class="break"><code>{finding.text}</code></td>
                <td>{finding.problem}</td>
                <td>{finding.effect}</td>
            </tr>
        }
    };
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=page::LEFT_OUT_LINK>
            <table class="wide-table">
                <thead><tr>
                    <th scope="col">"File"</th>
                    <th scope="col" class="n">"Line"</th>
                    <th scope="col">"Column"</th>
                    <th scope="col">"Found"</th>
                    <th scope="col">"What is wrong"</th>
                    <th scope="col">"What happened"</th>
                </tr></thead>
                <tbody>{view.findings.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
        {not_kept.map(|words| view! { <p class="soft">{words}</p> })}
    }
    .into_any()
}
