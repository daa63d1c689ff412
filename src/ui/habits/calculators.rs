//! The article's calculators: fields, a sentence, and the arithmetic line by line.

use crate::session::{Session, View};
use crate::words::habit_desk as words;
use engine::desk::{Answer, Ask, CalculateAsk, CalculateView};
use engine::rules::{ARTICLE_DAYS_A_YEAR, CALCULATOR_COUNT_MAX, Calculation, Calculator};
use leptos::prelude::*;

/// Weeks a year in which people work.
const WEEKS: u32 = 44;
/// How many people to begin with.
const PEOPLE: u32 = 10;

/// The calculators with what they begin with, each with its id.
pub const CALCULATORS: [(&str, Calculator); 4] = [
    ("minutes", Calculator::MinutesADay { minutes: 10, days: ARTICLE_DAYS_A_YEAR }),
    ("open", Calculator::LeftOpen { nights: 3, used_after: false, times: WEEKS }),
    ("two", Calculator::TwoProducts { days: 100 }),
    ("fewer", Calculator::FewerDays { days_a_week: 3, weeks: WEEKS }),
];

/// All of them.
#[component]
pub fn Calculators() -> AnyView {
    let session = Session::get();
    let following = CALCULATORS.map(|(id, calculator)| {
        let wanted = RwSignal::new(first(calculator));
        let view = session.view(
            move || Ask::Calculate(wanted.get()),
            |answer| match answer {
                Answer::Calculate(view) => Some(*view),
                _ => None,
            },
        );
        view! { <CalculatorPanel id view wanted /> }
    });
    view! {
        <section id="calculators" class="sheet">
            <h2>{words::CALCULATORS}</h2>
            <p class="finding">{words::CALCULATORS_NOTE}</p>
            <div class="calculators">{following}</div>
        </section>
    }
    .into_any()
}

fn first(calculator: Calculator) -> CalculateAsk {
    let other = matches!(calculator, Calculator::TwoProducts { .. }).then(|| "Revit".to_string());
    CalculateAsk { calculator, product: "AutoCAD".to_string(), other, people: PEOPLE }
}

/// One calculator.
#[component]
pub fn CalculatorPanel(
    /// Its id.
    id: &'static str,
    /// The newest answer.
    view: View<CalculateView>,
    /// What is calculated.
    wanted: RwSignal<CalculateAsk>,
) -> AnyView {
    let kind = wanted.with_untracked(|ask| ask.calculator);
    let products = Memo::new(move |_| {
        view.with(|view| view.as_ref().map(|view| view.products.clone()).unwrap_or_default())
    });
    let counts = [0, 1].map(|place| {
        let (label, _, most) = counts(kind)[place];
        let value = Signal::derive(move || wanted.with(|ask| counts(ask.calculator)[place].1));
        let take =
            move |number| wanted.update(|ask| ask.calculator = with_count(ask.calculator, place, number));
        view! { <Count id=format!("calc-{id}-{place}") label most value take /> }
    });
    let people = Signal::derive(move || wanted.with(|ask| ask.people));
    let take_people = move |number| wanted.update(|ask| ask.people = number);
    let sentence = move || {
        let ask = wanted.get();
        view.get().map(|view| {
            words::comes_to(ask.calculator, &view, &ask.product, ask.other.as_deref(), ask.people)
        })
    };
    view! {
        <section id=format!("calc-{id}") class="calculator">
            <h3>{words::calculator(kind)}</h3>
            <form class="fields no-print" on:submit=|event| event.prevent_default()>
                {counts}
                {matches!(kind, Calculator::LeftOpen { .. }).then(|| view! {
                    <label class="switch wide">
                        <input id=format!("calc-{id}-after") type="checkbox"
                            prop:checked=move || wanted.with(|ask| matches!(ask.calculator, Calculator::LeftOpen { used_after: true, .. }))
                            on:change=move |event| { let used = event_target_checked(&event); wanted.update(|ask| ask.calculator = with_use_after(ask.calculator, used)); } />
                        "Used on the day after them anyway"
                    </label>
                })}
                <Choice id=format!("calc-{id}-product") label="Product" products
                    value=Signal::derive(move || wanted.with(|ask| ask.product.clone()))
                    take=move |product| wanted.update(|ask| ask.product = product) />
                {matches!(kind, Calculator::TwoProducts { .. }).then(|| view! {
                    <Choice id=format!("calc-{id}-other") label="Other product" products
                        value=Signal::derive(move || wanted.with(|ask| ask.other.clone().unwrap_or_default()))
                        take=move |product| wanted.update(|ask| ask.other = Some(product)) />
                })}
                <Count id=format!("calc-{id}-people") label="People" most=CALCULATOR_COUNT_MAX value=people take=take_people />
            </form>
            <p class="comes-to" aria-live="polite">{sentence}</p>
            {move || view.get().map(|view| arithmetic(&view))}
        </section>
    }
    .into_any()
}

fn arithmetic(view: &CalculateView) -> impl IntoView + use<> {
    let today = view.today.as_ref().map(|sum| steps(words::WITH_TODAY, sum, &view.currency));
    let article = match &view.article {
        Some(sum) => steps(words::WITH_ARTICLE, sum, engine::rules::LIST_CURRENCY).into_any(),
        None => view! { <p class="soft">{words::NO_ARTICLE_RATE}</p> }.into_any(),
    };
    view! { <div class="arithmetic">{today}<details><summary>{words::ARTICLE_SUM}</summary>{article}</details></div> }
}

fn steps(title: &'static str, sum: &Calculation, currency: &str) -> impl IntoView + use<> {
    let lines = sum.steps.iter().map(|step| {
        let (name, line) = words::step(step, currency);
        view! { <div><dt>{name}</dt><dd>{line}</dd></div> }
    });
    view! { <h4 class="soft">{title}</h4><dl class="steps">{lines.collect_view()}</dl> }
}

/// The counts of a calculator: label, value, the most it may be.
fn counts(of: Calculator) -> [(&'static str, u32, u32); 2] {
    const DAY_MINUTES: u32 = 24 * 60;
    match of {
        Calculator::MinutesADay { minutes, days } => {
            [("Minutes a day", minutes, DAY_MINUTES), ("Days a year", days, 366)]
        }
        Calculator::LeftOpen { nights, times, .. } => {
            [("Nights in a row (3 over a weekend)", nights, 365), ("Times a year", times, 366)]
        }
        Calculator::TwoProducts { days } => [("Days a year", days, 366), ("", 0, 0)],
        Calculator::FewerDays { days_a_week, weeks } => {
            [("Days a week instead of five", days_a_week, 5), ("Weeks a year", weeks, 53)]
        }
    }
}

fn with_count(of: Calculator, place: usize, number: u32) -> Calculator {
    match (of, place) {
        (Calculator::MinutesADay { days, .. }, 0) => Calculator::MinutesADay { minutes: number, days },
        (Calculator::MinutesADay { minutes, .. }, _) => Calculator::MinutesADay { minutes, days: number },
        (Calculator::LeftOpen { used_after, times, .. }, 0) => {
            Calculator::LeftOpen { nights: number, used_after, times }
        }
        (Calculator::LeftOpen { nights, used_after, .. }, _) => {
            Calculator::LeftOpen { nights, used_after, times: number }
        }
        (Calculator::TwoProducts { .. }, _) => Calculator::TwoProducts { days: number },
        (Calculator::FewerDays { weeks, .. }, 0) => Calculator::FewerDays { days_a_week: number, weeks },
        (Calculator::FewerDays { days_a_week, .. }, _) => {
            Calculator::FewerDays { days_a_week, weeks: number }
        }
    }
}

fn with_use_after(of: Calculator, used_after: bool) -> Calculator {
    match of {
        Calculator::LeftOpen { nights, times, .. } => Calculator::LeftOpen { nights, used_after, times },
        other => other,
    }
}

/// A whole number; what cannot be read stays as typed and changes nothing. Nothing without a label.
#[component]
fn Count(
    id: String,
    label: &'static str,
    most: u32,
    value: Signal<u32>,
    take: impl Fn(u32) + 'static,
) -> AnyView {
    if label.is_empty() {
        return ().into_any();
    }
    let bad = RwSignal::new(false);
    let typed = move |event| {
        let number = event_target_value(&event).trim().parse::<u32>().ok().filter(|number| *number <= most);
        bad.set(number.is_none());
        if let Some(number) = number {
            take(number);
        }
    };
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <input id=id type="number" inputmode="numeric" min="0" max=most.to_string() autocomplete="off"
                aria-invalid=move || bad.get().then_some("true") prop:value=move || value.get().to_string() on:input=typed />
        </div>
    }
    .into_any()
}

#[component]
fn Choice(
    id: String,
    label: &'static str,
    products: Memo<Vec<String>>,
    value: Signal<String>,
    take: impl Fn(String) + 'static,
) -> AnyView {
    let options = move || {
        let option = |product: String| {
            let (text, named) = (product.clone(), product.clone());
            view! { <option value=product prop:selected=move || value.get() == named>{text}</option> }
        };
        products.get().into_iter().map(option).collect_view()
    };
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <select id=id on:change=move |event| take(event_target_value(&event))>{options}</select>
        </div>
    }
    .into_any()
}
