//! What was left out, and why: each file's rows and tokens add up, then the problems by kind, each with
//! file, line, column, the text as found, the problem, the effect.

use super::copies::TableFrame;
use super::pager::{PAGE_ROWS, Pager};
use crate::session::Session;
use crate::words::{left_out as words, numbers, page, reading};
use engine::desk::{Answer, Ask, ExportKind, FileView, FindingGroupView, FindingView, FindingsView};
use leptos::prelude::*;

/// The section. It stands wherever a file was read.
#[component]
pub fn LeftOut() -> AnyView {
    let session = Session::get();
    let files =
        session.memo(|state| state.overview.as_ref().map(|o| o.read.files.clone()).unwrap_or_default());
    let any = Memo::new(move |_| files.with(|files| !files.is_empty()));
    let groups = session.memo(|state| state.groups.clone());
    let found = Memo::new(move |_| groups.with(|groups| !groups.is_empty()));
    view! {
        {move || any.get().then(|| view! {
            <section id="left-out" class="sheet" tabindex="-1" aria-labelledby="left-out-title">
                <h2 id="left-out-title">{page::LEFT_OUT_LINK}</h2>
                {move || view! { <FileSums files=files.get() /> }}
                {move || if found.get() {
                    view! {
                        <ul class="groups">
                            // Other files give other groups: those that are the same stay as they are.
                            <For each=move || groups.get().to_vec() key=|group| format!("{group:?}") children=|group| view! { <Group group /> } />
                        </ul>
                        <p class="buttons no-print">
                            <button type="button" id="export-left-out" on:click=move |_| session.export(ExportKind::Findings)>{words::SAVE}</button>
                        </p>
                    }.into_any()
                } else {
                    view! { <p class="soft">{reading::NOTHING_LEFT_OUT}</p> }.into_any()
                }}
            </section>
        })}
    }
    .into_any()
}

/// Each file's rows and tokens, which add up.
#[component]
fn FileSums(files: Vec<FileView>) -> AnyView {
    let row = |file: FileView| {
        let tokens = file.tokens_used + file.tokens_duplicate + file.tokens_left_out;
        let counts = [file.rows, file.used, file.duplicate, file.left_out].map(numbers::count);
        let sums = [tokens, file.tokens_used, file.tokens_duplicate, file.tokens_left_out];
        view! {
            <tr>
                <th scope="row" class="break">{file.name}</th>
                {counts.map(|count| view! { <td class="n">{count}</td> })}
                {sums.map(|sum| view! { <td class="n">{numbers::tokens_exact(sum)}</td> })}
            </tr>
        }
    };
    let heads = ["Rows", "Used", "Duplicates", "Left out", "Tokens", "Shown", "Duplicates", "Left out"];
    view! {
        <TableFrame label=words::BY_FILE>
            <table class="wide-table">
                <caption>{words::ADDS_UP}</caption>
                <thead><tr>
                    <th scope="col">"File"</th>
                    {heads.map(|head| view! { <th scope="col" class="n">{head}</th> })}
                </tr></thead>
                <tbody>{files.into_iter().map(row).collect_view()}</tbody>
            </table>
        </TableFrame>
    }
    .into_any()
}

/// One kind of problem: the first few, and all of them when asked.
#[component]
fn Group(group: FindingGroupView) -> AnyView {
    let session = Session::get();
    let few = FindingsView {
        total: group.listed,
        not_kept: group.count - group.listed,
        first: 0,
        findings: group.examples.clone(),
    };
    let all = RwSignal::new(None::<FindingsView>);
    let (kind, title) = (group.kind.clone(), words::title(&group.kind));
    let turn = move |first: u64| {
        let ask = Ask::Findings { kind: Some(kind.clone()), first, count: PAGE_ROWS };
        session.ask(&ask, move |answer| {
            if let Answer::Findings(findings) = answer {
                // Other files may have been read by now, and this list be gone.
                let _ = all.try_set(Some(findings));
            }
        });
    };
    let more = (group.listed > group.examples.len() as u64).then(|| words::show_all(&group));
    let number = move |of: fn(&FindingsView) -> u64| all.with(|view| view.as_ref().map_or(0, of));
    let toggle = {
        let turn = turn.clone();
        move |_| {
            if all.with_untracked(Option::is_some) { all.set(None) } else { turn(0) }
        }
    };
    view! {
        <li>
            <h3>{words::group(&group)}</h3>
            {move || view! { <FindingsTable view=all.get().unwrap_or_else(|| few.clone()) label=title.clone() /> }}
            <Pager
                first=Signal::derive(move || number(|view| view.first))
                shown=Signal::derive(move || number(|view| view.findings.len() as u64))
                total=Signal::derive(move || number(|view| view.total))
                turn
            />
            {more.map(|more| view! {
                <p class="buttons no-print">
                    <button type="button" aria-expanded=move || all.with(Option::is_some).to_string() on:click=toggle>
                        {move || if all.with(Option::is_some) { words::SHOW_FEWER.to_string() } else { more.clone() }}
                    </button>
                </p>
            })}
        </li>
    }
    .into_any()
}

/// One page of the list.
#[component]
pub fn FindingsTable(
    /// The page.
    view: FindingsView,
    /// What the findings have in common.
    label: String,
) -> AnyView {
    let not_kept = reading::not_kept(view.not_kept);
    let hide = Session::get().hide_names();
    let row = move |finding: FindingView| {
        let finding = finding.shown(hide.get()).clone();
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
        <TableFrame label=label>
            <table class="wide-table">
                <thead><tr>
                    <th scope="col">"File"</th>
                    <th scope="col" class="n">"Line"</th>
                    <th scope="col">"Column"</th>
                    <th scope="col">"Found"</th>
                    <th scope="col">"What is wrong"</th>
                    <th scope="col">"What happened"</th>
                </tr></thead>
                <tbody>{move || view.findings.iter().cloned().map(row).collect_view()}</tbody>
            </table>
        </TableFrame>
        {not_kept.map(|words| view! { <p class="soft">{words}</p> })}
    }
    .into_any()
}
