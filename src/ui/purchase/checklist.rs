//! The article's questions on shortfalls and clauses; each answer counts where it matters.

use crate::session::{Event, Session, day_field, days_field, price_field};
use crate::ui::plan::TextField;
use crate::words::{fields, numbers, purchase as words};
use engine::plan::{ContractEdit, Edit, Question};
use leptos::prelude::*;

/// The panel.
#[component]
pub fn Checklist() -> AnyView {
    let session = Session::get();
    let answered = session
        .plan(|plan| Question::ALL.iter().filter(|question| plan.answer(**question).is_some()).count());
    view! {
        <section id="checklist" class="sheet">
            <h2>{words::CHECKLIST}</h2>
            <p class="finding" aria-live="polite">{move || words::checklist(answered.get(), Question::ALL.len())}</p>
            <div class="questions">
                {Question::ALL.map(|question| view! { <One question /> }).into_iter().collect_view()}
            </div>
        </section>
    }
    .into_any()
}

#[component]
fn One(question: Question) -> AnyView {
    let session = Session::get();
    let stored = session.plan(move |plan| plan.answer(question).unwrap_or_default().to_string());
    let take = move |answer: String| {
        let answer = Some(answer).filter(|answer| !answer.trim().is_empty());
        session.dispatch(Event::Edit(Edit::Contract(ContractEdit::Answer { question, answer })));
    };
    let currency = session.plan(|plan| plan.currency().to_string());
    let label = words::question(question);
    let field = match question {
        Question::TrueUpClause | Question::SamePrice | Question::RollOver => {
            let id = question.key();
            let option = move |value: &'static str, name: &'static str| {
                view! { <option value=value selected=move || stored.get() == value>{name}</option> }
            };
            view! {
                <div class="field">
                    <label for=id>{label}</label>
                    <select id=id prop:value=stored on:change=move |event| take(event_target_value(&event))>
                        {option("", "not answered")}{option("yes", "yes")}{option("no", "no")}
                    </select>
                </div>
            }
            .into_any()
        }
        Question::ConfirmedOn => {
            let read = |text: &str| day_field(text).map(|_| String::new());
            view! { <TextField id=question.key() label kind="date" stored read take /> }.into_any()
        }
        Question::TrueUpPrice => {
            let read = move |text: &str| {
                price_field(text).map(|price| fields::read_as_price(price, &currency.get()))
            };
            view! { <TextField id=question.key() label stored read take /> }.into_any()
        }
        Question::GraceDays | Question::LongerDays => {
            let read = |text: &str| {
                let words = |days: i32| numbers::value(engine::desk::Value::Days(days.into()), "").text;
                days_field(text).map(|days| format!("= {}", words(days)))
            };
            view! { <TextField id=question.key() label stored read take /> }.into_any()
        }
    };
    view! { <div class="question">{field}<p class="soft">{words::question_use(question)}</p></div> }
        .into_any()
}
