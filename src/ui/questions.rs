//! What only a person can tell about the files. Stands on top and stays until it is answered.

use super::place::Place;
use super::state::Ui;
use crate::browser::page as document;
use crate::session::{Event, Field, Session, answer, day_field, end_field, range_answer};
use crate::words::questions as words;
use engine::desk::{QuestionSubject, QuestionView};
use leptos::prelude::*;

/// The panel; nothing where nothing is asked.
#[component]
pub fn Questions() -> AnyView {
    let session = Session::get();
    let questions = session.memo(|state| state.questions.clone());
    let any = Memo::new(move |_| questions.with(|questions| !questions.is_empty()));
    let heading = move || questions.with(|questions| words::heading(questions.len() as u64));
    view! {
        {move || any.get().then(|| view! {
            <section id="questions" class="sheet questions no-print" aria-labelledby="questions-title">
                <h2 id="questions-title">{heading}</h2>
                <ul>
                    // What was typed into one stays while another is answered.
                    <For each=move || questions.get().to_vec() key=|question| format!("{question:?}") children=|question| view! { <Question question /> } />
                </ul>
                <p class="soft">{words::AFTER}</p>
            </section>
        })}
    }
    .into_any()
}

/// Says on every place that rows wait for an answer.
#[component]
pub fn Waiting(
    /// Whether the questions stand elsewhere, so that a link leads there.
    elsewhere: bool,
) -> AnyView {
    let session = Session::get();
    let waiting =
        session.memo(|state| words::waiting(state.rows_waiting(), state.overview.as_ref()?.read.rows));
    let link = move || {
        let address = format!("#{}", Place::Overview.address());
        elsewhere.then(|| view! { " " <a class="no-print" href=address>{words::TO_QUESTIONS}</a> })
    };
    (move || {
        waiting.get().map(|words| view! { <p id="waiting" class="sheet warn-text">{words} {link()}</p> })
    })
    .into_any()
}

/// One question.
#[component]
fn Question(question: QuestionView) -> AnyView {
    let (session, ui) = (Session::get(), Ui::get());
    let (file, hide) = (question.file, session.hide_names());
    let asked = question.clone();
    let asks = move || words::asks(&asked, hide.get());
    let id = format!("question-{file}-{}", slug(question.subject));
    let columns = move |label: &'static str| {
        view! {
            <button type="button" aria-haspopup="dialog" on:click=move |_| ui.open_mapping(session, file)>{label}</button>
        }
    };
    let body = match (words::answers(question.subject), question.subject) {
        (Some(answers), _) => {
            let asked = question.clone();
            let buttons = answers.into_iter().enumerate().map(move |(reading, label)| {
                let edit = answer(&asked, reading);
                view! { <button type="button" on:click=move |_| tell(session, edit.clone())>{label}</button> }
            });
            view! {
                <Samples question=question.clone() />
                <p class="buttons">{buttons.collect_view()} {columns(words::NEITHER)}</p>
            }
            .into_any()
        }
        (None, QuestionSubject::Range) => view! { <Range question=question.clone() /> }.into_any(),
        (None, _) => view! { <p class="buttons">{columns(words::CHOOSE_COLUMNS)}</p> }.into_any(),
    };
    view! {
        <li id=id>
            <h3 class="file-name">{question.name.clone()}</h3>
            <p>{asks}</p>
            {body}
        </li>
    }
    .into_any()
}

/// The answer becomes part of the plan. The button goes with its question, so the focus moves on.
fn tell(session: Session, edit: Option<engine::plan::Edit>) {
    if let Some(edit) = edit {
        session.dispatch(Event::Edit(edit));
        document::focus("main");
    }
}

fn slug(subject: QuestionSubject) -> &'static str {
    match subject {
        QuestionSubject::Days => "days",
        QuestionSubject::Numbers => "numbers",
        QuestionSubject::Months => "months",
        QuestionSubject::Range => "range",
        QuestionSubject::Columns => "columns",
    }
}

/// Three cells and what they say in the two ways.
#[component]
fn Samples(question: QuestionView) -> AnyView {
    let [first, second] = words::readings(question.subject);
    let row = |(text, readings): &(String, [String; 2])| {
        view! {
            <tr>
                <th scope="row"><code>{text.clone()}</code></th>
                {readings.iter().map(|reading| view! { <td>{words::reads_as(reading)}</td> }).collect_view()}
            </tr>
        }
    };
    view! {
        <div class="scroll">
            <table class="samples">
                <thead><tr>
                    <th scope="col">{words::IN_THE_FILE}</th>
                    <th scope="col">{first}</th>
                    <th scope="col">{second}</th>
                </tr></thead>
                <tbody>{question.samples.iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// The dates of a usage report.
#[component]
fn Range(question: QuestionView) -> AnyView {
    let session = Session::get();
    let (from, to) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let id = move |name: &str| format!("question-{}-{name}", question.file);
    let end = move || end_field(&to.get(), &day_field(&from.get()));
    let problem = move || match (day_field(&from.get()), end()) {
        (Field::Bad(problem), _) | (_, Field::Bad(problem)) => problem,
        _ => String::new(),
    };
    let asked = StoredValue::new(question.clone());
    let edit = Memo::new(move |_| {
        let (from, to) = (day_field(&from.get()), end());
        asked.with_value(|question| range_answer(question, from, to))
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        tell(session, edit.get_untracked());
    };
    let day = move |name: &'static str, label: &'static str, value: RwSignal<String>| {
        view! {
            <span class="field">
                <label for=id(name)>{label}</label>
                <input
                    id=id(name)
                    type="date"
                    aria-describedby=id("memo")
                    prop:value=value
                    on:input=move |event| value.set(event_target_value(&event))
                />
            </span>
        }
    };
    view! {
        <form class="inline-form" on:submit=submit>
            {day("from", words::FROM, from)}
            {day("to", words::TO, to)}
            <button type="submit" disabled=move || edit.with(Option::is_none)>{words::SET_RANGE}</button>
            <small id=id("memo") class="memo bad" role="status">{problem}</small>
        </form>
    }
    .into_any()
}
