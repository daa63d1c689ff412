//! Files of several forms in one log: each day is told by one of them.

use crate::sheet::file;
use engine::ingest::FileReader;
use engine::usage::{Log, NewFile, Tokens};

fn read(name: &str, text: &str) -> NewFile {
    let mut reader = FileReader::new(name);
    reader.push(text.as_bytes());
    reader.finish().into()
}

fn settled(files: Vec<NewFile>) -> Log {
    let mut log = Log::default();
    files.into_iter().for_each(|file| log.add(file));
    log.settle();
    for file in log.files() {
        assert_eq!(file.rows, file.used + file.duplicate + file.left_out, "{}", file.name);
    }
    log
}

const SESSIONS: &str = "usageDate,productName,userName,sessionStartDate,sessionEndDate,licenseServerTimeZoneOffset,\
    chargeCategory,usageCategory,tokensConsumed\n\
    2026-03-02,Revit,ann,2026-03-02T08:00:00,2026-03-02T09:00:00,+1:00,CHARGED,DESKTOP_PRODUCT,10\n\
    2026-03-02,Revit,ANN,2026-03-02T10:00:00,2026-03-02T11:00:00,+1:00,FREE,DESKTOP_PRODUCT,0\n";
const EBA_DAILY: &str = "contractYear,tokenPool,usageCategory,usageDate,productLineCode,productName,tokensConsumed,\n\
    1,North,DESKTOP_PRODUCT,2026-03-02 00:00:00,RVT,Revit,10.0,\n\
    1,North,DESKTOP_PRODUCT,2026-03-03 00:00:00,RVT,Revit,20.0,\n";

#[test]
fn sessions_come_before_daily_rows_of_the_day() {
    for files in [[SESSIONS, EBA_DAILY], [EBA_DAILY, SESSIONS]] {
        let log = settled(files.map(|text| read("x.csv", text)).into());
        let standing: Vec<String> = log
            .standing()
            .map(|e| format!("{} {} {}", e.day, log.people()[e.person as usize].id, e.tokens.to_f64()))
            .collect();
        assert_eq!(standing, ["2026-03-02 ann 10", "2026-03-03 (no person named) 20"]);
        assert_eq!(log.sessions().map(|session| session.seconds).collect::<Vec<_>>(), [3600, 3600]);
    }
}

#[test]
fn sessions_of_overlapping_files_are_there_once() {
    let log = settled(vec![read("a.csv", SESSIONS), read("b.csv", SESSIONS)]);
    assert_eq!(log.sessions().count(), 2);
    assert_eq!(log.sessions().next().map(|session| session.start), Some(20_514 * 86_400 + 7 * 3600));
    assert_eq!(log.files().iter().map(|file| file.duplicate).sum::<u64>(), 2);
}

#[test]
fn flex_and_eba_tokens_share_no_pool() {
    let flex = "Day used,Email,Product,Team,Tokens used\n2026-03-02,ann@firm.example,Revit,Token Flex (EBA): North,10\n";
    let log = settled(vec![read("a.csv", flex), read("b.csv", EBA_DAILY)]);
    assert_eq!(log.standing().count(), 3);
    let pools: Vec<(&str, bool)> =
        log.pools().iter().enumerate().map(|(i, name)| (name, log.is_eba_pool(i as u32))).collect();
    assert_eq!(pools, [("Flex: Token Flex (EBA): North", false), ("Token Flex (EBA): North", true)]);
}

#[test]
fn nobody_has_no_habits_and_flex_comes_first() {
    let log = settled(vec![read("b.csv", EBA_DAILY)]);
    assert_eq!(log.people().len(), 1);
    assert!(log.people()[0].is_nobody());
    assert!(log.charges_of(0).is_empty());
    let log = settled(vec![read("a.csv", SESSIONS), file("f.csv", "03-02 ada AutoCAD 7")]);
    let charges = |person: usize| log.charges_of(person as u32).len();
    let ids: Vec<(&str, usize)> =
        log.people().iter().enumerate().map(|(i, person)| (person.id.as_str(), charges(i))).collect();
    assert_eq!(ids, [("ada@firm.example", 1), ("ann", 0)]);
}

const REPORT: &str = "email,offering_name,tokens_used,days_used,last_accessed,seat_assignment\n\
    ann@firm.example,Revit,120,12,2026-03-02,unassigned\nbob@firm.example,AutoCAD,70,10,2026-02-27,unassigned\n";

#[test]
fn sums_count_only_where_there_are_no_days() {
    let log = settled(vec![read("a.csv", REPORT)]);
    assert_eq!(log.sums().iter().filter(|sum| sum.stands).count(), 2);
    assert_eq!(log.files()[0].tokens_used, Tokens::whole(190));
    assert!(!log.has_days());
    let log = settled(vec![read("a.csv", REPORT), file("f.csv", "03-02 ann Revit 10")]);
    assert!(log.sums().iter().all(|sum| !sum.stands));
    assert_eq!((log.files()[0].duplicate, log.files()[0].tokens_duplicate), (2, Tokens::whole(190)));
    let log = settled(vec![read("a.csv", REPORT), read("b.csv", &REPORT.replace("120", "130"))]);
    let tokens: Tokens = log.sums().iter().filter(|sum| sum.stands).map(|sum| sum.tokens).sum();
    assert_eq!(tokens, Tokens::whole(200));
}

#[test]
fn months_count_only_where_there_are_no_days() {
    let sheet = "Month,Tokens used\n2026-02,500\n2026-03,400\n";
    let log = settled(vec![read("m.csv", sheet), file("f.csv", "03-02 ann Revit 10")]);
    let months: Vec<(String, bool)> = log.months().iter().map(|m| (m.month.to_string(), m.stands)).collect();
    assert_eq!(months, [("2026-02".into(), false), ("2026-03".into(), false)]);
    assert_eq!(log.files()[0].tokens_duplicate, Tokens::whole(400));
    assert_eq!((log.files()[0].left_out, log.files()[0].tokens_left_out), (1, Tokens::whole(500)));
    let log = settled(vec![read("m.csv", sheet)]);
    assert!(log.months().iter().all(|month| month.stands));
}

#[test]
fn a_people_sheet_names_units_of_people() {
    let sheet = "email,department,project\nANN@firm.example,Planning,Tower\nann@firm.example,,\n";
    let log = settled(vec![read("p.csv", sheet), file("f.csv", "03-02 ann Revit 10")]);
    let units: Vec<_> = log
        .people_sheet()
        .iter()
        .filter(|staff| staff.stands)
        .map(|s| (log.people()[s.person as usize].id.clone(), log.units().get(s.department)))
        .collect();
    assert_eq!(units, [("ann@firm.example".to_string(), "Planning")]);
}

#[test]
fn a_file_without_teams_repeats_one_with_teams() {
    let with = "Day used,Email,Product,Team,Tokens used\n2026-03-02,ann@firm.example,Revit,North,10\n";
    let without = "Day used,Email,Product,Tokens used\n2026-03-02,ann@firm.example,Revit,10\n\
                   2026-03-02,bob@firm.example,Revit,10\n";
    for files in [[with, without], [without, with]] {
        let log = settled(files.map(|text| read("x.csv", text)).into());
        let standing: Vec<(&str, i64)> =
            log.standing().map(|e| (log.pools().get(e.pool), e.tokens.0 / 1_000_000)).collect();
        assert_eq!(standing, [("", 10), ("North", 10)]);
    }
}
