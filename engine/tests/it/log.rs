//! The log: each charge once, whoever is who, whatever the order.

use crate::sheet::{file, log};
use engine::usage::{Identity, Log, NewFile, People};
use proptest::prelude::*;
use std::fmt::Write;

/// The log in words: entries that stand, then each file's counts.
fn told(log: &Log) -> String {
    let mut text = String::new();
    for entry in log.standing() {
        let person = &log.people()[entry.person as usize].id;
        let product = log.products().get(entry.product);
        let lines = log.lines_of(entry);
        let file = &log.files()[entry.file as usize].name;
        let _ = writeln!(text, "{} {person} {product} {} {file}:{lines:?}", entry.day, entry.tokens.to_f64());
    }
    for file in log.files() {
        let _ = writeln!(
            text,
            "{}: {} = {} + {} + {}, differing {}",
            file.name,
            file.rows,
            file.used,
            file.duplicate,
            file.left_out,
            file.differing.len()
        );
    }
    text
}

fn check(sheets: &[&str], expected: expect_test::Expect) {
    expected.assert_eq(&told(&log(sheets)));
}

#[test]
fn equal_rows_in_one_file_add_up() {
    check(
        &["03-02 ada AutoCAD 7
           03-02 ada AutoCAD 7
           03-02 ben AutoCAD 7"],
        expect_test::expect![[r#"
            2026-03-02 ada@firm.example AutoCAD 14 0.csv:[1, 2]
            2026-03-02 ben@firm.example AutoCAD 7 0.csv:[3]
            0.csv: 3 = 3 + 0 + 0, differing 0
        "#]],
    );
}

#[test]
fn the_file_with_the_later_last_day_stands() {
    check(
        &[
            "03-02 ada AutoCAD 7
           03-03 ada AutoCAD 7",
            "03-03 ada AutoCAD 14
           03-04 ada AutoCAD 7",
        ],
        expect_test::expect![[r#"
            2026-03-02 ada@firm.example AutoCAD 7 0.csv:[1]
            2026-03-03 ada@firm.example AutoCAD 14 1.csv:[1]
            2026-03-04 ada@firm.example AutoCAD 7 1.csv:[2]
            0.csv: 2 = 1 + 1 + 0, differing 1
            1.csv: 2 = 2 + 0 + 0, differing 0
        "#]],
    );
}

#[test]
fn on_equal_last_days_the_larger_sum_stands() {
    check(
        &[
            "03-02 ada Revit 10
           03-03 ada AutoCAD 7",
            "03-02 ada Revit 20
           03-03 ada AutoCAD 7",
        ],
        expect_test::expect![[r#"
            2026-03-02 ada@firm.example Revit 20 1.csv:[1]
            2026-03-03 ada@firm.example AutoCAD 7 0.csv:[2]
            0.csv: 2 = 1 + 1 + 0, differing 1
            1.csv: 2 = 1 + 1 + 0, differing 0
        "#]],
    );
}

#[test]
fn zero_rows_and_seats_are_used_rows_but_no_charges() {
    let log = log(&["03-02 ada AutoCAD 0
                     03-02 ben Revit seat
                     03-03 ada AutoCAD 7"]);
    assert_eq!(log.files()[0].used, 3);
    assert_eq!(log.standing().filter(|entry| entry.is_charge()).count(), 1);
}

#[test]
fn whoever_shares_an_id_is_one_person() {
    let identity = |email: &str, autodesk: &str, hashed: &str, name: &str| Identity {
        email: email.into(),
        autodesk_id: autodesk.into(),
        hashed_id: hashed.into(),
        name: name.into(),
    };
    let mut people = People::default();
    people.add(&identity("", "", "h1", ""));
    people.add(&identity("zoe@firm.example", "A9", "", "Zoe Zinc"));
    people.add(&identity("", "", "h2", ""));
    people.add(&identity("", "A9", "h1", ""));
    people.add(&identity("", "", "", "Nobody Known"));
    let (people, person_of_identity) = people.settle();
    let ids: Vec<&str> = people.iter().map(|person| person.id.as_str()).collect();
    assert_eq!(ids, ["Nobody Known", "h2", "zoe@firm.example"]);
    assert_eq!(person_of_identity, [2, 2, 1, 2, 0]);
    assert_eq!(people[2].label(), "Zoe Zinc");
    assert_eq!(people[1].label(), "h2");
}

#[test]
fn a_later_file_can_show_that_two_were_one() {
    let rows_of = |name: &str, email: &str, hashed_id: &str| {
        let mut file = file(name, "03-02 ada AutoCAD 7");
        file.usable.identities[0] =
            Identity { email: email.into(), hashed_id: hashed_id.into(), ..Identity::default() };
        file
    };
    let mut log = Log::default();
    log.add(rows_of("mail.csv", "ada@firm.example", ""));
    log.settle();
    log.add(rows_of("hash.csv", "", "h1"));
    log.settle();
    assert_eq!(log.standing().count(), 2);
    log.add(rows_of("both.csv", "ada@firm.example", "h1"));
    log.settle();
    assert_eq!(log.standing().count(), 1);
    assert_eq!(log.people().len(), 1);
    assert_eq!(log.files().iter().map(|file| file.duplicate).sum::<u64>(), 2);
}

/// Random sheets over few people, products, days and teams, so that keys meet.
fn sheets() -> impl Strategy<Value = Vec<String>> {
    let row =
        (0..4u32, 0..3u32, 0..2u32, -1..4i32, 0..2u32).prop_map(|(day, person, product, tokens, team)| {
            format!("03-0{} p{person} product{product} {tokens} team{team}", day + 1)
        });
    proptest::collection::vec(proptest::collection::vec(row, 0..12).prop_map(|rows| rows.join("\n")), 1..4)
}

/// What does not depend on the order of files and rows.
fn essence(log: &Log) -> Vec<String> {
    let mut lines: Vec<String> = log
        .standing()
        .map(|e| {
            let person = &log.people()[e.person as usize].id;
            let (product, pool) = (log.products().get(e.product), log.pools().get(e.pool));
            format!("{} {person} {product} {pool} {:?} {:?}", e.day, e.tokens, e.rows)
        })
        .collect();
    let sum = |value: fn(&engine::usage::LoadedFile) -> i64| log.files().iter().map(value).sum::<i64>();
    lines.push(format!(
        "{} {} {} {}",
        sum(|f| f.used as i64),
        sum(|f| f.duplicate as i64),
        sum(|f| f.tokens_used.0),
        sum(|f| f.tokens_duplicate.0)
    ));
    lines
}

proptest! {
    #[test]
    fn rows_and_tokens_are_conserved(sheets in sheets()) {
        let files: Vec<NewFile> = sheets.iter().map(|sheet| file("x.csv", sheet)).collect();
        let stated: Vec<i64> =
            files.iter().map(|file| file.usable.rows.iter().map(|row| row.tokens.0).sum()).collect();
        let mut log = Log::default();
        files.into_iter().for_each(|file| log.add(file));
        log.settle();
        for (file, stated) in log.files().iter().zip(stated) {
            prop_assert_eq!(file.rows, file.used + file.duplicate + file.left_out);
            prop_assert_eq!(stated, (file.tokens_used + file.tokens_duplicate).0);
        }
        let lines: usize = log.entries().iter().map(|entry| log.lines_of(entry).len()).sum();
        prop_assert_eq!(lines as u64, log.files().iter().map(|file| file.rows).sum::<u64>());
    }

    #[test]
    fn the_order_of_files_and_rows_changes_nothing(sheets in sheets(), settle_between: bool) {
        let refs: Vec<&str> = sheets.iter().map(String::as_str).collect();
        let orders: [fn(&mut Vec<&str>); 3] = [
            |rows| rows.reverse(),
            // Rows begin with their day: one day after the other, and the latest day first.
            |rows| rows.sort_unstable(),
            |rows| rows.sort_unstable_by(|a, b| b.cmp(a)),
        ];
        for order in orders {
            let mut other = Log::default();
            for sheet in sheets.iter().rev() {
                let mut rows: Vec<&str> = sheet.lines().collect();
                order(&mut rows);
                other.add(file("x.csv", &rows.join("\n")));
                if settle_between {
                    other.settle();
                }
            }
            other.settle();
            prop_assert_eq!(essence(&log(&refs)), essence(&other));
        }
    }

    #[test]
    fn loading_a_file_twice_changes_nothing(sheets in sheets()) {
        let once: Vec<&str> = sheets.iter().map(String::as_str).collect();
        let twice: Vec<&str> = once.iter().chain(&once).copied().collect();
        let (once, twice) = (log(&once), log(&twice));
        let standing = |log: &Log| essence(log).split_last().map(|(_, entries)| entries.to_vec());
        prop_assert_eq!(standing(&once), standing(&twice));
    }
}
