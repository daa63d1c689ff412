//! Every form reads back however it was written: sessions, usage report, monthly sheet, people sheet.

use super::properties::{Dialect, cell, day_text, dialect, table, tokens_text};
use super::support::{kinds, read, render, render_others, render_rows};
use engine::ingest::FileRead;
use engine::usage::{Day, Tokens};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// 2026-03-13: leaves no doubt about the order of day and month.
const DECISIVE_DAY: i32 = 20_525;
/// Tokens that leave no doubt about the decimal mark, in hundredths.
const DECISIVE_TOKENS: i64 = 50;

/// Without the line in front.
fn bare(lines: Vec<String>) -> Vec<String> {
    lines.into_iter().map(|line| line.split_once(": ").unwrap().1.replace('\n', "⏎")).collect()
}

fn tokens(hundredths: i64) -> f64 {
    Tokens(hundredths * 10_000).to_f64()
}

fn assert_read(read: &FileRead, rows: &[String], others: &[String], findings: &[&str]) {
    assert_eq!(bare(render_rows(read)), rows, "{}", render(read));
    assert_eq!(bare(render_others(read)), others, "{}", render(read));
    assert_eq!(kinds(read), findings, "{}", render(read));
    assert_eq!(read.left_out, 0, "{}", render(read));
}

/// A session of an enterprise agreement.
#[derive(Clone, Debug)]
struct Session {
    person: u8,
    product: String,
    /// On the server's clock.
    start: i64,
    seconds: i64,
    offset_minutes: i64,
    category: &'static str,
    tokens: i64,
}

fn session() -> impl Strategy<Value = Session> {
    (
        (0..5_u8, cell(), 15_000..20_000_i64, 0..86_400_i64, 0..100_000_i64),
        select(vec![-480, 0, 60, 330]),
        select(vec!["Charged", "Free", "Casual", "Incremental"]),
        -500..5_000_i64,
    )
        .prop_map(|((person, product, day, second, seconds), offset_minutes, category, tokens)| {
            Session {
                person,
                product,
                start: day * 86_400 + second,
                seconds,
                offset_minutes,
                category,
                tokens,
            }
        })
}

fn moment_text(seconds: i64, offset_minutes: i64, form: &str) -> String {
    let written = if form == "zone" { seconds - offset_minutes * 60 } else { seconds };
    let (day, second) = (Day(written.div_euclid(86_400) as i32), written.rem_euclid(86_400));
    let time = format!("{:02}:{:02}:{:02}", second / 3_600, second / 60 % 60, second % 60);
    match form {
        "zone" => format!("{day}T{time}Z"),
        "iso" | "time" | "serial" => format!("{day} {time}"),
        "m/d/y" => day_text(day, form).replace("0:00", &time),
        _ => format!("{} {time}", day_text(day, form)),
    }
}

fn sessions_file(sessions: &[Session], dialect: &Dialect) -> Vec<u8> {
    let header = [
        "usageDate",
        "productName",
        "userName",
        "sessionStartDate",
        "sessionEndDate",
        "licenseServerTimeZoneOffset",
        "chargeCategory",
        "tokensConsumed",
    ];
    let line = |of: &Session| {
        let offset = of.offset_minutes;
        let sign = if offset < 0 { '-' } else { '+' };
        [
            day_text(Day(of.start.div_euclid(86_400) as i32), dialect.days),
            of.product.clone(),
            format!("P{}", of.person),
            moment_text(of.start, offset, dialect.days),
            moment_text(of.start + of.seconds, offset, dialect.days),
            format!("{sign}{}:{:02}", offset.abs() / 60, offset.abs() % 60),
            of.category.to_uppercase(),
            tokens_text(of.tokens, dialect.numbers),
        ]
    };
    let lines: Vec<_> =
        std::iter::once(header.map(str::to_string)).chain(sessions.iter().map(line)).collect();
    table(&lines, dialect)
}

/// A row of a usage report.
#[derive(Clone, Debug)]
struct Sum {
    person: u8,
    team: String,
    product: String,
    tokens: i64,
    days: u32,
    last: Option<i32>,
    is_seat: bool,
}

fn sum() -> impl Strategy<Value = Sum> {
    let team = prop_oneof![Just(String::new()), cell()];
    let last = proptest::option::of(15_000..20_000_i32);
    (0..5_u8, team, cell(), -500..900_000_i64, 0..400_u32, last, any::<bool>()).prop_map(
        |(person, team, product, tokens, days, last, is_seat)| Sum {
            person,
            team,
            product,
            tokens,
            days,
            last,
            is_seat,
        },
    )
}

fn report_file(sums: &[Sum], dialect: &Dialect) -> Vec<u8> {
    let header = [
        "Email",
        "last_name",
        "team_alias",
        "offering_name",
        "tokens_used",
        "days_used",
        "last_accessed",
        "access_option",
    ];
    let line = |of: &Sum| {
        [
            format!("P{}@Firm.example", of.person),
            format!("Person {}", of.person),
            of.team.clone(),
            of.product.clone(),
            tokens_text(of.tokens, dialect.numbers),
            of.days.to_string(),
            of.last.map_or(String::new(), |day| day_text(Day(day), dialect.days)),
            if of.is_seat { "Subscription" } else { "Flex" }.to_string(),
        ]
    };
    let lines: Vec<_> = std::iter::once(header.map(str::to_string)).chain(sums.iter().map(line)).collect();
    table(&lines, dialect)
}

const MONTH_FORMS: [&str; 7] =
    ["2026-03", "03/2026", "3.2026", "Mar 2026", "2026 March", "202603", "2026-03-01"];

fn month_text(year: i32, month: u32, form: &str) -> String {
    let day = Day::from_ymd(year, month, 1).unwrap();
    // “1 Mar 2026” without the day.
    let named = day_text(day, "d Mon y").split_once(' ').unwrap().1.to_string();
    match form {
        "03/2026" => format!("{month:02}/{year}"),
        "3.2026" => format!("{month}.{year}"),
        "Mar 2026" => named,
        "2026 March" => format!("{year} {}", named.split_once(' ').unwrap().0),
        "202603" => format!("{year}{month:02}"),
        "2026-03-01" => day.to_string(),
        _ => format!("{year}-{month:02}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn sessions_read_back(mut sessions in vec(session(), 0..8), dialect in dialect()) {
        let start = i64::from(DECISIVE_DAY) * 86_400 + 12 * 3_600;
        sessions.push(Session {
            person: 0, product: "Revit".to_string(), start, seconds: 60, offset_minutes: 0, category: "Charged",
            tokens: DECISIVE_TOKENS,
        });
        let read = read(&sessions_file(&sessions, &dialect));
        let row = |of: &Session| {
            let day = Day(of.start.div_euclid(86_400) as i32);
            format!("{day} |||p{} [] {}  {} eba", of.person, of.product, tokens(of.tokens)).replace('\n', "⏎")
        };
        let session = |of: &Session| {
            let start = of.start - of.offset_minutes * 60;
            format!("|||p{} {} from {start} for {} s {}", of.person, of.product, of.seconds, of.category)
                .replace('\n', "⏎")
        };
        let rows: Vec<String> = sessions.iter().map(row).collect();
        assert_read(&read, &rows, &sessions.iter().map(session).collect::<Vec<_>>(), &[]);
    }

    #[test]
    fn a_usage_report_reads_back(mut sums in vec(sum(), 0..8), dialect in dialect()) {
        sums.push(Sum {
            person: 0, team: String::new(), product: "Revit".to_string(), tokens: DECISIVE_TOKENS, days: 1,
            last: Some(DECISIVE_DAY), is_seat: false,
        });
        let read = read(&report_file(&sums, &dialect));
        let sum = |of: &Sum| {
            let Sum { person, team, product, days, .. } = of;
            let last = of.last.map_or("never".to_string(), |day| Day(day).to_string());
            let access = if of.is_seat { "Subscription" } else { "Flex" };
            format!(
                "p{person}@firm.example|||Person {person} [{team}] {product} {} on Some({days}) days, last {last}, \
                 inactive None, seat None, {access}",
                // A seat costs no tokens, whatever its row says.
                if of.is_seat { 0.0 } else { tokens(of.tokens) }
            )
            .replace('\n', "⏎")
        };
        let states_tokens = sums.iter().any(|of| of.is_seat && of.tokens != 0);
        let findings: &[&str] = if states_tokens { &["no_days", "tokens_of_seats"] } else { &["no_days"] };
        assert_read(&read, &[], &sums.iter().map(sum).collect::<Vec<_>>(), findings);
    }

    #[test]
    fn a_monthly_sheet_reads_back(
        amounts in vec(0..900_000_i64, 1..20),
        teams in vec(cell(), 2),
        first in (1995..2090_i32, 0..12_u32),
        form in select(MONTH_FORMS.to_vec()),
        is_running in any::<bool>(),
        dialect in dialect(),
    ) {
        let amounts: Vec<i64> = [vec![DECISIVE_TOKENS], amounts].concat();
        let header = ["Month", if is_running { "Running total" } else { "Tokens used" }, "Team"];
        let mut lines = vec![header.map(str::to_string)];
        let mut meant = Vec::new();
        for team in std::collections::BTreeSet::from_iter(&teams) {
            let mut total = 0;
            for (index, amount) in amounts.iter().enumerate() {
                let months = first.1 + index as u32;
                let (year, month) = (first.0 + (months / 12) as i32, months % 12 + 1);
                total += amount;
                let written = if is_running { total } else { *amount };
                let written = tokens_text(written, dialect.numbers);
                lines.push([month_text(year, month, form), written, team.clone()]);
                meant.push(format!("{year}-{month:02} [{team}] {}", tokens(*amount)).replace('\n', "⏎"));
            }
        }
        if !is_running {
            let sum = amounts.iter().sum::<i64>() * (lines.len() as i64 - 1) / amounts.len() as i64;
            lines.push(["Total".to_string(), tokens_text(sum, dialect.numbers), String::new()]);
        }
        let read = read(&table(&lines, &dialect));
        assert_read(&read, &[], &meant, &[]);
    }

    #[test]
    fn a_people_sheet_reads_back(rows in vec((0..5_u8, cell(), cell(), cell()), 1..10), dialect in dialect()) {
        let header = ["Email", "Department", "Cost centre", "Project"];
        let line = |(person, department, centre, project): &(u8, String, String, String)| {
            [format!("P{person}@Firm.example"), department.clone(), centre.clone(), project.clone()]
        };
        let lines: Vec<_> = std::iter::once(header.map(str::to_string)).chain(rows.iter().map(line)).collect();
        let read = read(&table(&lines, &dialect));
        let meant: Vec<String> = rows
            .iter()
            .map(|(person, department, centre, project)| {
                format!("p{person}@firm.example||| {department}|{centre}|{project}").replace('\n', "⏎")
            })
            .collect();
        assert_read(&read, &[], &meant, &[]);
    }
}
