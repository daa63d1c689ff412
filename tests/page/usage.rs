//! The Usage place: its panels, rendered with views of the real desk.

use crate::support::{HEADER, day, element, example, golden, rendered, text};
use engine::desk::{
    Answer, Ask, ChargeBackBy, ChargeBackView, CompareView, Cut, Desk, LicencesAsk, LicencesView,
    LookoutView, Query, UsageAsk, UsageView, Who,
};
use engine::plan::{Edit, NoteEdit, Plan, to_json};
use engine::usage::{Month, Tokens};
use flexgauge::chart::{self, Ink, Picture, Size};
use flexgauge::session::{Event, State};
use flexgauge::ui::usage::changed::{ChangedPanel, ask as compare_ask};
use flexgauge::ui::usage::charge_back::ChargeBackPanel;
use flexgauge::ui::usage::person::PersonPanel;
use flexgauge::ui::usage::{
    Chosen, Known, LookoutPanels, Period, Scope, Step, UsagePage, UsagePanels, calendar, cumulative,
    filter_bar, over_time, pareto,
};
use leptos::prelude::*;
use std::sync::Arc;

/// The example's desk under a plan.
fn desk(plan: &Plan) -> Desk {
    let mut desk = Desk::new();
    desk.answer(Ask::Example);
    desk.answer(Ask::Plan { revision: 1, text: to_json(plan) });
    desk
}

fn usage_of(desk: &mut Desk, filter: Query, cut: Cut) -> UsageView {
    match desk.answer(Ask::Usage(UsageAsk { filter, cut, first: 0, count: 50 })) {
        Answer::Usage(view) => *view,
        other => panic!("{other:?}"),
    }
}

fn everything(cut: Cut) -> UsageView {
    usage_of(&mut desk(&engine::example::plan()), Query::default(), cut)
}

fn panels(state: State, view: UsageView, step: Step) -> String {
    rendered(state, |_| {
        let scope = Scope::default();
        scope.step.set(step);
        provide_context(scope);
        let usage = RwSignal::new(Some(Arc::new(view)));
        view! { <UsagePanels usage /> }
    })
}

fn lookout_of(desk: &mut Desk) -> LookoutView {
    match desk.answer(Ask::Lookout) {
        Answer::Lookout(view) => *view,
        other => panic!("{other:?}"),
    }
}

fn lookout(state: State, view: LookoutView) -> String {
    rendered(state, |_| {
        provide_context(Scope::default());
        let lookout = RwSignal::new(Some(Arc::new(view)));
        view! { <LookoutPanels lookout /> }
    })
}

#[test]
fn every_panel_has_a_finding_with_a_number() {
    let html = panels(example(), everything(Cut::Product), Step::Month);
    for (id, words) in [
        ("usage-sums", "40,250 tokens in"),
        ("over-time", "took the most a working day:"),
        ("usage-calendar", "days have use"),
        ("cumulative", "Half of it was used by"),
        ("usage-parts", "of the tokens; 4 products in all."),
        ("top-ten", "Ten of 32 people use"),
        ("pareto", "of 32 people use 8"),
    ] {
        let panel = text(&element(&html, id));
        assert!(panel.contains(words), "#{id} without “{words}”: {panel}");
    }
    assert!(!html.contains("style=\"color"));
}

#[test]
fn each_chart_has_title_description_and_table() {
    let html = panels(example(), everything(Cut::Product), Step::Month);
    for id in ["over-time", "usage-calendar", "cumulative", "pareto"] {
        let panel = element(&html, id);
        for part in ["<title id=", "<desc id=", "The same as a table", "<table"] {
            assert!(panel.contains(part), "#{id} has no {part}");
        }
    }
}

#[test]
fn days_and_weeks_add_up_to_the_same() {
    let view = everything(Cut::Product);
    let whole: Tokens = view.days.iter().copied().sum();
    for weeks in [false, true] {
        let stretches = over_time::stretches(&view, weeks);
        let sum: Tokens = stretches.iter().map(|(_, tokens, _)| *tokens).sum();
        assert_eq!(sum, whole);
        assert!(stretches.iter().all(|(day, _, _)| !weeks || day.weekday() == 0));
    }
    assert_eq!(cumulative::month_ends(&view).last().map(|(_, sum)| *sum), Some(whole));
    let html = panels(example(), view, Step::Day);
    let panel = text(&element(&html, "over-time"));
    assert!(panel.contains("The last 92 of 36"), "{panel}");
}

#[test]
fn a_part_filters_when_it_is_pressed_and_rows_are_counted() {
    let view = everything(Cut::Person);
    let html = panels(example(), view.clone(), Step::Month);
    let table = element(&html, "usage-parts");
    assert!(table.contains("aria-rowcount=\"33\"") && table.contains("aria-rowindex=\"33\""), "{table}");
    assert!(table.contains(": Show only "));
    let mut chosen = Chosen::default();
    chosen.narrow(Cut::Person, &view.parts[0].part.who);
    chosen.narrow(Cut::Product, &Who::Name("AutoCAD".into()));
    let query = chosen.query((None, None));
    let Who::Person(person) = &view.parts[0].part.who else { panic!("a person") };
    assert_eq!((query.person, query.product.as_deref()), (Some(person.id.clone()), Some("AutoCAD")));
    chosen.widen(Cut::Person);
    assert_eq!(chosen.parts(), [(Cut::Product, Who::Name("AutoCAD".into()))]);
}

#[test]
fn chips_say_what_is_filtered_and_hide_names() {
    let view = everything(Cut::Person);
    let mut state = example();
    state.on(Event::HideNames(true));
    let html = rendered(state, |_| {
        let scope = Scope::default();
        scope.chosen.update(|chosen| chosen.narrow(Cut::Person, &view.parts[0].part.who));
        provide_context(scope);
        view! { <filter_bar::Chips /> }
    });
    assert!(text(&html).contains("Person: Person 0"), "{html}");
    assert!(!html.contains('@') && html.contains("Remove the person Person 0"), "{html}");
}

#[test]
fn periods_end_with_the_last_complete_day() {
    let known = Known {
        first: day(2025, 3, 10),
        last: day(2026, 7, 15),
        as_of: day(2026, 7, 15),
        term: (Some(day(2026, 1, 1)), Some(day(2026, 12, 31))),
    };
    let whole = Known { as_of: day(2026, 7, 31), ..known };
    for (known, period, from, to) in [
        (known, Period::LastMonth, day(2026, 6, 1), day(2026, 6, 30)),
        (whole, Period::LastMonth, day(2026, 7, 1), day(2026, 7, 31)),
        (known, Period::Days30, day(2026, 6, 16), day(2026, 7, 15)),
        (known, Period::Days90, day(2026, 4, 17), day(2026, 7, 15)),
        (known, Period::Months12, day(2025, 7, 16), day(2026, 7, 15)),
        (known, Period::Term, day(2026, 1, 1), day(2026, 12, 31)),
        (known, Period::All, day(2025, 3, 10), day(2026, 7, 15)),
        (known, Period::Own(Some(day(2026, 2, 1)), None), day(2026, 2, 1), day(2026, 7, 15)),
    ] {
        assert_eq!(known.days(period), (from, to), "{period:?}");
    }
    assert_eq!(known.range(Period::All), (None, None));
}

#[test]
fn a_consumer_can_be_called_expected() {
    let view = everything(Cut::Product);
    let Who::Person(person) = &view.top_people[0].part.who else { panic!("a person") };
    let mut state = example();
    let (user, note) = (person.id.clone(), "leads the <bridge>".to_string());
    state.on(Event::Edit(Edit::Note(NoteEdit::Expected { user, note })));
    let html = panels(state, view, Step::Month);
    let panel = element(&html, "top-ten");
    assert!(panel.contains("expected: leads the &lt;bridge&gt;"), "{panel}");
    assert!(text(&panel).contains("9 are not marked as expected."), "{}", text(&panel));
    assert_eq!(text(&panel).matches("Is this expected?").count(), 9);
}

#[test]
fn a_persons_page_has_days_products_and_advice() {
    let mut desk = desk(&engine::example::plan());
    let view = usage_of(&mut desk, Query::default(), Cut::Person);
    let Who::Person(person) = view.parts[0].part.who.clone() else { panic!("a person") };
    let filter = Query { person: Some(person.id.clone()), ..Query::default() };
    let usage = usage_of(&mut desk, filter, Cut::Product);
    let ask = LicencesAsk { count: 20, find: person.id.clone(), ..LicencesAsk::default() };
    let licences: LicencesView = match desk.answer(Ask::Licences(ask)) {
        Answer::Licences(view) => *view,
        other => panic!("{other:?}"),
    };
    let html = rendered(example(), |_| {
        provide_context(Scope::default());
        let (usage, licences) = (Some(Arc::new(usage)), RwSignal::new(Some(Arc::new(licences))));
        let usage = Memo::new(move |_| usage.clone());
        view! { <PersonPanel person usage licences /> }
    });
    let panel = text(&element(&html, "person"));
    assert!(panel.contains("Charged on") && panel.contains("last on"), "{panel}");
    assert!(panel.contains("Flex costs €") && panel.contains("a year here"), "{panel}");
    assert!(panel.contains("Charge days a year"), "{panel}");
}

#[test]
fn two_months_are_compared_at_equal_working_days() {
    let mut desk = desk(&engine::example::plan());
    let state = example();
    let known = {
        let overview = state.overview.clone().expect("answers");
        let answers = overview.answers.clone().expect("answers");
        Known { first: answers.first_day, last: answers.last_day, as_of: answers.as_of, term: (None, None) }
    };
    let month = known.last_whole_month();
    let view: CompareView =
        match desk.answer(Ask::Compare(compare_ask(Query::default(), Month(month.0 - 1), month))) {
            Answer::Compare(view) => *view,
            other => panic!("{other:?}"),
        };
    let html = rendered(state, |_| {
        provide_context(Scope::default());
        let (last, year) = (RwSignal::new(Some(Arc::new(view))), RwSignal::new(None));
        let (known, month) = (Memo::new(move |_| Some(known)), Memo::new(move |_| Some(month)));
        view! { <ChangedPanel known month last year /> }
    });
    let panel = text(&element(&html, "changed"));
    assert!(panel.contains("working days") && panel.contains("the pace before"), "{panel}");
    assert!(panel.contains("Most of the change:"), "{panel}");
    assert!(panel.contains("The rows do not reach back to the same month a year before."), "{panel}");
}

/// A year of even use with one wild day, in two teams, with a person in no sheet.
fn spiky() -> (Desk, State, Plan) {
    let mut csv = HEADER.to_string();
    for offset in 0..200 {
        let date = day(2026, 1, 5).plus(offset);
        for person in 0..10 {
            let team = if person == 3 && offset > 100 { "Beta" } else { "Alpha" };
            let tokens = if offset == 70 { 70 } else { 7 };
            csv += &format!("{date},Ann,No{person},ann.no{person}@firm.example,{team},AutoCAD,{tokens}\n");
        }
    }
    let people = "email,department\nann.no0@firm.example,Bridges\nann.no1@firm.example,Bridges\n".to_string();
    let mut plan = Plan::default();
    plan.caps.pool_per_day = Some(Tokens::whole(100));
    let files = [("a.csv", csv), ("people.csv", people)];
    let state = crate::support::state_of(&files, plan.clone());
    let mut desk = Desk::new();
    for (name, text) in &files {
        desk.answer(Ask::Open { name: (*name).to_string() });
        desk.slice(text.as_bytes());
        desk.answer(Ask::Close);
    }
    desk.answer(Ask::Plan { revision: 1, text: to_json(&plan) });
    (desk, state, plan)
}

#[test]
fn notices_are_sentences_and_can_be_dismissed() {
    let (mut desk, mut state, _) = spiky();
    let view = lookout_of(&mut desk);
    let html = lookout(state.clone(), view.clone());
    let panel = text(&element(&html, "lookout"));
    assert!(panel.contains("16 Mar 2026: 700 tokens, where 70 were to be expected. Most by"), "{panel}");
    assert!(panel.contains("All together used 700 tokens on 16 Mar 2026; the cap is 100."), "{panel}");
    assert!(panel.contains("2 notices: 1 spike, 0 climbs or falls, 1 cap crossed."), "{panel}");
    let lists = text(&element(&html, "small-lists"));
    assert!(lists.contains("1 person is charged in several teams"), "{lists}");
    assert!(lists.contains("8 people with charges are in no people sheet"), "{lists}");
    let rates = text(&element(&html, "rates"));
    assert!(rates.contains("1 product:") && rates.contains("10 charges of 70 tokens"), "{rates}");

    let (key, note) = ("spike:2026-03-16".to_string(), "a deadline".to_string());
    state.on(Event::Edit(Edit::Note(NoteEdit::Dismiss { key, note })));
    let html = lookout(state, view);
    let panel = text(&element(&html, "lookout"));
    assert!(panel.contains("1 notice: 0 spikes, 0 climbs or falls, 1 cap crossed."), "{panel}");
    let aside = text(&element(&html, "dismissed"));
    assert!(aside.contains("a deadline") && aside.contains("Show again"), "{aside}");
}

#[test]
fn the_charge_back_shows_what_is_unassigned_and_the_budget() {
    let (mut desk, state, mut plan) = spiky();
    let view = |desk: &mut Desk, by| -> ChargeBackView {
        match desk.answer(Ask::ChargeBack(by)) {
            Answer::ChargeBack(view) => *view,
            other => panic!("{other:?}"),
        }
    };
    let of = engine::plan::BudgetOf::Team("Bridges".into());
    plan.budgets = vec![engine::plan::Budget::even(of, Tokens::whole(400))];
    let mut with_budget = state.clone();
    with_budget.on(Event::Edit(Edit::Whole(Box::new(plan))));
    for (state, by, wanted) in [
        (state.clone(), ChargeBackBy::Department, "Bridges takes 20"),
        (state.clone(), ChargeBackBy::Department, "Unassigned"),
        (state, ChargeBackBy::Team, "0 tokens are unassigned."),
        (with_budget, ChargeBackBy::Department, "of 7 months above 400 a month"),
    ] {
        let charged = view(&mut desk, by);
        let html = rendered(state, |_| {
            provide_context(Scope::default());
            let charged = RwSignal::new(Some(Arc::new(charged)));
            view! { <ChargeBackPanel charged /> }
        });
        let panel = text(&element(&html, "charge-back"));
        assert!(panel.contains(wanted), "no “{wanted}”: {panel}");
    }
}

#[test]
fn nothing_under_a_filter_says_so() {
    let filter = Query { product: Some("none such".into()), ..Query::default() };
    let view = usage_of(&mut desk(&Plan::default()), filter, Cut::Product);
    let html = panels(example(), view, Step::Month);
    assert!(text(&html).contains("No use in this time with this filter: 0 tokens."), "{html}");
}

fn picture(size: Size) -> Picture<'static> {
    Picture { id: "test", title: "A title", description: "What it shows", ink: Ink::Classes, size }
}

#[test]
fn charts_are_the_same_text_always() {
    let view = everything(Cut::Product);
    let wide = picture(Size::Wide);
    for (name, svg) in [
        ("usage-months", chart::stacked(&over_time::model(&view), &wide)),
        ("usage-calendar", chart::calendar(&calendar::model(&view), &wide)),
        ("usage-calendar-narrow", chart::calendar(&calendar::model(&view), &picture(Size::Narrow))),
        ("usage-cumulative", chart::curve(&cumulative::model(&view), &wide)),
        ("usage-pareto", chart::curve(&pareto::model(&view), &wide)),
    ] {
        golden(&format!("tests/page/goldens/{name}.svg"), &svg);
    }
}

#[test]
fn charts_of_no_use_are_drawn_too() {
    let filter = Query { product: Some("none such".into()), ..Query::default() };
    let view = usage_of(&mut desk(&Plan::default()), filter, Cut::Product);
    let wide = picture(Size::Wide);
    for svg in [
        chart::stacked(&over_time::model(&view), &wide),
        chart::calendar(&calendar::model(&view), &wide),
        chart::curve(&cumulative::model(&view), &wide),
        chart::curve(&pareto::model(&view), &wide),
    ] {
        assert!(svg.contains("</svg>"));
    }
}

#[test]
fn what_is_filtered_stays_when_the_place_is_left_and_goes_with_the_data() {
    let html = rendered(example(), |ui| {
        ui.usage.chosen.update(|chosen| chosen.narrow(Cut::Product, &Who::Name("Revit".into())));
        ui.usage.show_period(Period::Days90);
        view! { <UsagePage /> }
    });
    assert!(text(&element(&html, "usage-chips")).contains("Product: Revit"), "{html}");
    rendered(example(), |ui| {
        ui.usage.chosen.update(|chosen| chosen.narrow(Cut::Product, &Who::Name("Revit".into())));
        ui.usage.show_period(Period::Days90);
        ui.usage.forget();
        assert_eq!(ui.usage.chosen.get_untracked(), Default::default());
        assert_eq!(ui.usage.period.get_untracked(), Period::All);
    });
}
