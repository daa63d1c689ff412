//! Files that nobody foresaw, read as the user says; and what the desk asks about files.

use engine::desk::{
    Answer, Ask, ChargeBackBy, Desk, ExportKind, GuessReason, MappingView, QuestionSubject, QuestionView,
};
use engine::plan::{Edit, MappingEdit, Plan, ReportRange, to_json};
use engine::usage::{Day, DayOrder, MappedField, MappedRule, Mapping, MonthlyTokens, Tokens};

fn load(desk: &mut Desk, name: &str, text: &str) {
    desk.answer(Ask::Open { name: name.to_string() });
    desk.slice(text.as_bytes());
    assert!(matches!(desk.answer(Ask::Close), Answer::Closed { .. }));
}

fn take(desk: &mut Desk, plan: &Plan) {
    let text = to_json(plan);
    assert_eq!(desk.answer(Ask::Plan { revision: 1, text }), Answer::Planned { revision: 1 });
}

fn screen(desk: &mut Desk, tried: Option<Mapping>) -> MappingView {
    match desk.answer(Ask::Mapping { file: 0, tried }) {
        Answer::Mapping(view) => *view,
        other => panic!("{other:?}"),
    }
}

fn questions(desk: &mut Desk) -> Vec<QuestionView> {
    match desk.answer(Ask::Questions) {
        Answer::Questions(questions) => questions,
        other => panic!("{other:?}"),
    }
}

fn tokens(desk: &mut Desk) -> Option<Tokens> {
    match desk.answer(Ask::Overview) {
        Answer::Overview(overview) => overview.answers.map(|_| overview.read.tokens_used),
        other => panic!("{other:?}"),
    }
}

const LOG: &str = "Licence log\n\nWho;What;T1;T2\n\
    ann@firm.example;AutoCAD;02.03.2026 08:00;02.03.2026 17:00\n\
    ann@firm.example;AutoCAD;13.03.2026 07:00;13.03.2026 17:00\n\
    bob@firm.example;AutoCAD;02.03.2026 19:00;soon\n";

#[test]
fn the_mapping_screen_guesses_and_judges_while_one_chooses() {
    let mut desk = Desk::new();
    load(&mut desk, "log.csv", LOG);
    assert_eq!(tokens(&mut desk), None);
    let view = screen(&mut desk, None);
    assert_eq!(view.header, ["Who", "What", "T1", "T2"]);
    assert_eq!(view.rows.len(), 3);
    let guessed: Vec<(MappedField, u32, GuessReason)> =
        view.fields.iter().filter_map(|f| f.guess.map(|(column, why)| (f.field, column, why))).collect();
    assert_eq!(
        guessed,
        [(MappedField::Person, 0, GuessReason::Name), (MappedField::Start, 2, GuessReason::Cells)]
    );
    assert_eq!(view.missing, ["the end of a session or its minutes", "the product"]);
    let mut tried = view.mapping.clone();
    tried.fields.extend([(MappedField::Product, "What".into()), (MappedField::End, "T2".into())]);
    let view = screen(&mut desk, Some(tried.clone()));
    assert!(view.missing.is_empty() && !view.is_remembered);
    let end = view.fields.iter().find(|field| field.field == MappedField::End).unwrap();
    assert_eq!((end.read, end.unread, end.samples.as_slice()), (2, 1, ["soon".to_string()].as_slice()));

    // What is remembered applies by itself.
    let plan = Plan::default().with(&Edit::Mapping(MappingEdit::Use(tried)));
    take(&mut desk, &plan);
    assert_eq!(desk.answer(Ask::Clear), Answer::Cleared);
    load(&mut desk, "another name.csv", LOG);
    assert_eq!(tokens(&mut desk), Some(Tokens::whole(14)));
    assert!(screen(&mut desk, None).is_remembered);
    assert!(questions(&mut desk).is_empty());
}

#[test]
fn a_table_of_unknown_columns_is_a_question_and_what_is_no_table_is_none() {
    let asked = |text: &str| {
        let mut desk = Desk::new();
        load(&mut desk, "a.csv", text);
        questions(&mut desk).iter().map(|question| question.subject).collect::<Vec<_>>()
    };
    assert_eq!(asked(LOG), [QuestionSubject::Columns]);
    for text in ["", "a,b,c\n", "one column\n1\n2\n", "<html><body>Sign in</body></html>", "%PDF-1.7"] {
        assert_eq!(asked(text), [], "{text}");
    }
}

#[test]
fn findings_are_told_by_kind_with_examples_and_all_of_them_are_counted() {
    let header = "day_used,email,offering_name,tokens_used\n";
    let rows = |day: &str, count: usize| format!("{day},ann@firm.example,AutoCAD,7\n").repeat(count);
    let mut desk = Desk::new();
    load(&mut desk, "a.csv", &format!("{header}{}", rows("soon", 1_005)));
    load(&mut desk, "b.csv", &format!("{header}{},,AutoCAD,7\n", rows("never", 2)));
    let Answer::FindingGroups(groups) = desk.answer(Ask::FindingGroups) else { panic!("no groups") };
    let seen: Vec<_> =
        groups.iter().map(|g| (g.kind.as_str(), g.count, g.listed, g.files, g.examples.len())).collect();
    assert_eq!(seen[0], ("unreadable_day", 1_007, 1_002, 2, 3));
    assert_eq!(groups.iter().map(|g| g.count).sum::<u64>(), 1_008);
    let kind = Some("unreadable_day".to_string());
    let Answer::Findings(view) = desk.answer(Ask::Findings { kind, first: 1_000, count: 50 }) else {
        panic!()
    };
    assert_eq!((view.total, view.not_kept, view.findings.len()), (1_002, 5, 2));
    assert_eq!((view.findings[0].file.as_str(), view.findings[0].line), ("b.csv", Some(2)));
}

#[test]
fn worked_out_charges_follow_the_rates_of_the_plan() {
    let mapping = Mapping {
        header: ["Who", "What", "T1", "T2"].map(String::from).to_vec(),
        fields: vec![
            (MappedField::Person, "Who".into()),
            (MappedField::Product, "What".into()),
            (MappedField::Start, "T1".into()),
            (MappedField::End, "T2".into()),
        ],
        rule: Some(MappedRule::Flex),
        ..Mapping::default()
    };
    let mut plan = Plan::default().with(&Edit::Mapping(MappingEdit::Use(mapping)));
    let mut desk = Desk::new();
    take(&mut desk, &plan);
    load(&mut desk, "log.csv", LOG);
    assert_eq!(tokens(&mut desk), Some(Tokens::whole(14)));
    plan.rates.insert("AutoCAD".into(), Tokens::whole(8));
    take(&mut desk, &plan);
    assert_eq!(tokens(&mut desk), Some(Tokens::whole(16)));
    plan.rates.clear();
    take(&mut desk, &plan);
    assert_eq!(tokens(&mut desk), Some(Tokens::whole(14)));
}

#[test]
fn an_answer_is_a_mapping_without_fields() {
    let text = "Day used,Email,Product,Tokens used\n03/04/2026,ann@firm.example,Revit,10\n\
                05/04/2026,ann@firm.example,Revit,10\n";
    let mut desk = Desk::new();
    load(&mut desk, "a.csv", text);
    let question = questions(&mut desk).remove(0);
    assert_eq!((question.subject, question.samples.len()), (QuestionSubject::Days, 2));
    let answered = Mapping { days: Some(DayOrder::DayFirst), ..question.mapping };
    take(&mut desk, &Plan::default().with(&Edit::Mapping(MappingEdit::Use(answered))));
    desk.answer(Ask::Clear);
    load(&mut desk, "a.csv", text);
    assert!(questions(&mut desk).is_empty());
    assert_eq!(tokens(&mut desk), Some(Tokens::whole(20)));
}

#[test]
fn a_monthly_sheet_asks_whether_it_is_a_running_total() {
    let text = "Month,Tokens\n2026-01,100\n2026-02,250\n";
    let mut desk = Desk::new();
    load(&mut desk, "a.csv", text);
    let question = questions(&mut desk).remove(0);
    assert_eq!(question.subject, QuestionSubject::Months);
    for (form, sum) in [(MonthlyTokens::PerMonth, 350), (MonthlyTokens::RunningTotal, 250)] {
        let answered = Mapping { months: Some(form), ..question.mapping.clone() };
        take(&mut desk, &Plan::default().with(&Edit::Mapping(MappingEdit::Use(answered))));
        desk.answer(Ask::Clear);
        load(&mut desk, "a.csv", text);
        let Answer::Sums(sums) = desk.answer(Ask::Sums) else { panic!("no sums") };
        assert_eq!(sums.by_month.iter().map(|(_, tokens, _)| *tokens).sum::<Tokens>(), Tokens::whole(sum));
    }
}

#[test]
fn months_that_a_sheet_skips_are_told_apart() {
    let mut desk = Desk::new();
    load(&mut desk, "a.csv", "Month,Running total\n2026-01,500\n2026-04,1800\n2026-07,3200\n");
    let Answer::Sums(sums) = desk.answer(Ask::Sums) else { panic!("no sums") };
    let months: Vec<String> = sums.spread.iter().map(ToString::to_string).collect();
    assert_eq!(months, ["2026-02", "2026-03", "2026-05", "2026-06"]);
    assert_eq!(sums.by_month.len(), 7);
}

#[test]
fn a_usage_report_gives_nothing_per_year_until_its_dates_are_entered() {
    let text = "email,offering_name,tokens_used,days_used,last_accessed,seat_assignment\n\
                ann@firm.example,Revit,100,10,2026-06-30,unassigned\n";
    let mut desk = Desk::new();
    load(&mut desk, "report.csv", text);
    let question = questions(&mut desk).remove(0);
    assert_eq!(question.subject, QuestionSubject::Range);
    let Answer::Sums(sums) = desk.answer(Ask::Sums) else { panic!("no sums") };
    assert_eq!((sums.range, sums.tokens_per_year, sums.without_range.len()), (None, None, 1));
    assert_eq!(sums.amount.map(|amount| amount.to_f64()), Some(300.0));
    let (from, to) = (Day::from_ymd(2026, 1, 1).unwrap(), Day::from_ymd(2026, 4, 10).unwrap());
    let range = ReportRange { file: question.name, print: question.print, from, to };
    take(&mut desk, &Plan::default().with(&Edit::Mapping(MappingEdit::Range(range))));
    assert!(questions(&mut desk).is_empty());
    let Answer::Sums(sums) = desk.answer(Ask::Sums) else { panic!("no sums") };
    assert_eq!((sums.range, sums.tokens_per_year), (Some((from, to)), Some(Tokens::whole(365))));
}

#[test]
fn purchases_are_offered_as_packs_and_seats() {
    let text = include_str!("../../../tests/data/ingest/subscriptions.csv");
    let mut desk = Desk::new();
    load(&mut desk, "a.csv", text);
    load(&mut desk, "again.csv", text);
    let Answer::Purchases(view) = desk.answer(Ask::Purchases) else { panic!("no purchases") };
    assert_eq!((view.packs.len(), view.seats.len()), (1, 1));
    assert_eq!((view.packs[0].tokens, view.packs[0].is_in_plan), (Tokens::whole(500), false));
    assert_eq!((view.seats[0].offering.as_str(), view.seats[0].seats), ("Revit", 12));
}

#[test]
fn charge_back_adds_up_and_shows_what_is_unassigned() {
    let mut desk = Desk::new();
    load(
        &mut desk,
        "usage.csv",
        "Day used,Email,Product,Tokens used\n2026-03-02,ann@firm.example,Revit,10\n\
         2026-05-02,bob@firm.example,AutoCAD,7\n2026-05-03,eve@firm.example,AutoCAD,7\n",
    );
    load(&mut desk, "people.csv", include_str!("../../../tests/data/ingest/people_sheet.csv"));
    let Answer::ChargeBack(view) = desk.answer(Ask::ChargeBack(ChargeBackBy::Department)) else { panic!() };
    let lines: Vec<(Option<&str>, f64, Option<f64>)> = view
        .lines
        .iter()
        .map(|line| (line.name.as_deref(), line.tokens.to_f64(), line.amount.map(|a| a.to_f64())))
        .collect();
    assert_eq!(
        lines,
        [(Some("Planung"), 10.0, Some(30.0)), (Some("Bau"), 7.0, Some(21.0)), (None, 7.0, Some(21.0))]
    );
    assert_eq!((view.months.len(), view.tokens), (3, Tokens::whole(24)));
    let Answer::Document(csv) = desk.answer(Ask::Export(ExportKind::ChargeBack(ChargeBackBy::CostCentre)))
    else {
        panic!()
    };
    assert_eq!(
        String::from_utf8(csv.bytes).unwrap(),
        "\u{feff}cost centre,month,tokens,amount,currency\r\n4711,2026-03,10,30,USD\r\n4712,2026-05,7,21,USD\r\n\
         (unassigned),2026-05,7,21,USD\r\n"
    );
}
