//! A fixed number of broken files made from a kept corpus: nothing panics, rows and tokens are conserved,
//! and where slices are cut changes nothing. The corpus is `tests/data/fuzz` (files that are hard to read;
//! one that ever failed is put there, made small) and the fixtures of `tests/data/ingest`; each is tried as
//! it is, then broken. `FUZZ_INPUTS=1000000 cargo test --release fuzz` runs longer,
//! `FUZZ_SEED=7` elsewhere.

use super::support::{assert_counts, render};
use engine::desk::{Answer, Ask, Desk};
use engine::ingest::{FileRead, FileReader, guesses};
use engine::plan::{Edit, MappingEdit, Plan, to_json};
use engine::usage::{FileRows, LoadedFile, Log, MappedRule, Mapping, SessionRule, Tokens};
use std::path::Path;

/// Inputs of one run in the test command.
const INPUTS: u64 = 1_500;
/// A broken file is not longer than this, so that a run takes seconds.
const BYTES_MAX: usize = 6_000;

/// Pieces that break files.
const PIECES: [&[u8]; 24] = [
    b"\"",
    b"\"\"",
    b",",
    b";",
    b"\t",
    b"\n",
    b"\r",
    b"\r\n",
    b"\n\n\n",
    b"\0",
    b"\xFF",
    b"\xEF\xBB\xBF",
    b"-",
    b"(7)",
    b"1.500",
    b"9999999999999",
    b"2026-03-02T25:61:00Z",
    b"31/12/2026 23:59 +14:00",
    b"*****",
    b"Total",
    b"N/A",
    b"MANUAL_ADJUSTMENT",
    b"Month",
    b"1899-12-31",
];

struct Dice(u64);

impl Dice {
    fn below(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % count.max(1)
    }
}

fn corpus() -> Vec<Vec<u8>> {
    let files = |folder: &str| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/data").join(folder);
        let mut paths: Vec<_> =
            std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.retain(|path| {
            let name = path.file_name().unwrap().to_string_lossy();
            !name.ends_with(".read.txt") && !name.starts_with('.')
        });
        paths.sort();
        paths
    };
    let (hard, fixtures) = (files("fuzz"), files("ingest"));
    assert!(hard.len() >= 20 && fixtures.len() >= 40, "the corpus is gone");
    hard.iter().chain(&fixtures).map(|path| std::fs::read(path).unwrap()).collect()
}

/// A file of the corpus, broken in some places.
fn broken(dice: &mut Dice, corpus: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = corpus[dice.below(corpus.len())].clone();
    for _ in 0..dice.below(6) {
        let (from, to) = (dice.below(bytes.len() + 1), dice.below(bytes.len() + 1));
        let (from, to) = (from.min(to), from.max(to).min(from.min(to) + 60));
        match dice.below(6) {
            0 => drop(bytes.drain(from..to)),
            1 => {
                let again = bytes[from..to].to_vec();
                bytes.splice(to..to, again);
            }
            2 => {
                let other = &corpus[dice.below(corpus.len())];
                let at = dice.below(other.len());
                bytes.splice(from..from, other[at..].iter().copied().take(200));
            }
            3 => bytes[from..to].reverse(),
            _ => {
                bytes.splice(from..to.min(from + 3), PIECES[dice.below(PIECES.len())].iter().copied());
            }
        }
    }
    bytes.truncate(BYTES_MAX);
    bytes
}

fn read(bytes: &[u8], cut: usize, mappings: &[Mapping]) -> FileRead {
    let mut reader = FileReader::new("fuzz.csv").with_mappings(mappings.to_vec());
    bytes.chunks(cut.max(1)).for_each(|slice| reader.push(slice));
    let read = reader.finish();
    assert_counts(&read);
    read
}

/// What the usable rows of a file state.
fn stated(rows: &FileRows) -> Tokens {
    let sums = rows.sums.iter().map(|row| row.tokens);
    rows.rows.iter().map(|row| row.tokens).chain(sums).chain(rows.months.iter().map(|row| row.tokens)).sum()
}

/// A mapping as the screen would guess it, with a rule.
fn mapping(dice: &mut Dice, read: &FileRead) -> Option<Mapping> {
    let header = read.preview.header.clone();
    let fields: Vec<_> =
        guesses(&read.preview).iter().map(|guess| (guess.field, header[guess.column].clone())).collect();
    let rules = [None, Some(MappedRule::Flex), Some(MappedRule::Eba), Some(MappedRule::AsGiven)];
    let rule = rules[dice.below(rules.len())];
    (!fields.is_empty()).then(|| Mapping { header, fields, rule, ..Mapping::default() })
}

#[test]
fn each_file_of_the_corpus_is_read_as_it_is() {
    let (corpus, mut dice) = (corpus(), Dice(1));
    for (input, bytes) in corpus.iter().enumerate() {
        check(std::slice::from_ref(bytes), &mut dice, input as u64);
        check(&[bytes.clone(), corpus[(input + 1) % corpus.len()].clone()], &mut dice, input as u64);
    }
}

#[test]
fn broken_files_are_read_without_a_panic_and_nothing_is_lost() {
    let number = |name: &str, default: u64| {
        std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(default)
    };
    let (inputs, mut dice) = (number("FUZZ_INPUTS", INPUTS), Dice(number("FUZZ_SEED", 1)));
    let corpus = corpus();
    for input in 0..inputs {
        let files: Vec<Vec<u8>> = (0..=dice.below(3)).map(|_| broken(&mut dice, &corpus)).collect();
        check(&files, &mut dice, input);
    }
}

/// Files alone and together, in this order and in the other, in slices of any size, mapped or not.
fn check(files: &[Vec<u8>], dice: &mut Dice, input: u64) {
    let first = read(&files[0], usize::MAX, &[]);
    let mappings: Vec<Mapping> =
        if dice.below(3) == 0 { mapping(dice, &first).into_iter().collect() } else { Vec::new() };
    let mut log = Log::default();
    let mut expected = Vec::new();
    for bytes in files {
        let whole = read(bytes, usize::MAX, &mappings);
        let cut = 1 + dice.below(200);
        assert_eq!(render(&whole), render(&read(bytes, cut, &mappings)), "input {input}, slices of {cut}");
        expected.push((whole.usable.rule, stated(&whole.usable)));
        log.add(whole.into());
    }
    log.settle();
    for (file, (rule, stated)) in log.files().iter().zip(expected) {
        assert_eq!(file.rows, file.used + file.duplicate + file.left_out, "input {input}");
        if rule == SessionRule::AsGiven {
            let unplaced: Tokens = file.unplaced.iter().map(|row| row.tokens).sum();
            assert_eq!(file.tokens_used + file.tokens_duplicate + unplaced, stated, "input {input}");
        }
    }
    let reversed: Vec<&Vec<u8>> = files.iter().rev().collect();
    assert_eq!(essence(&log), essence(&in_order(&reversed, &mappings)), "input {input}");
    answer(files, &mappings);
}

fn in_order(files: &[&Vec<u8>], mappings: &[Mapping]) -> Log {
    let mut log = Log::default();
    for bytes in files {
        log.add(read(bytes, usize::MAX, mappings).into());
        // Whether one looks in between changes nothing either.
        log.settle();
    }
    log
}

/// What does not depend on the order of files.
fn essence(log: &Log) -> (Vec<String>, [i64; 4]) {
    let person = |person: u32| log.people()[person as usize].id.as_str();
    let (product, pool) = (|n: u32| log.products().get(n), |n: u32| log.pools().get(n));
    let entries = log.standing().map(|e| {
        format!(
            "{} {} {} {} {:?} {}",
            e.day,
            person(e.person),
            product(e.product),
            pool(e.pool),
            e.tokens,
            e.rows
        )
    });
    let sessions = log
        .sessions()
        .map(|s| format!("{} {} {} {}", person(s.person), product(s.product), s.start, s.seconds));
    let sums = log.sums().iter().filter(|sum| sum.stands);
    let sums =
        sums.map(|s| format!("{} {} {} {:?}", person(s.person), product(s.product), pool(s.pool), s.tokens));
    let months = log.months().iter().filter(|month| month.stands);
    let months = months.map(|m| format!("{} {} {:?}", m.month, pool(m.pool), m.tokens));
    let unit = |number: u32| log.units().get(number);
    let staff = log.people_sheet().iter().filter(|staff| staff.stands).map(|s| {
        format!("{} {} {} {}", person(s.person), unit(s.department), unit(s.cost_centre), unit(s.project))
    });
    let mut lines: Vec<String> = entries.chain(sessions).chain(sums).chain(months).chain(staff).collect();
    lines.sort();
    let sum = |value: fn(&LoadedFile) -> i64| log.files().iter().map(value).sum::<i64>();
    let counts = [
        sum(|f| f.used as i64),
        sum(|f| f.duplicate as i64),
        sum(|f| f.tokens_used.0),
        sum(|f| f.tokens_duplicate.0),
    ];
    (lines, counts)
}

/// Every answer that hangs on files.
fn answer(files: &[Vec<u8>], mappings: &[Mapping]) {
    let mut desk = Desk::new();
    let plan = mappings
        .iter()
        .fold(Plan::default(), |plan, mapping| plan.with(&Edit::Mapping(MappingEdit::Use(mapping.clone()))));
    desk.answer(Ask::Plan { revision: 1, text: to_json(&plan) });
    for bytes in files {
        desk.answer(Ask::Open { name: "fuzz.csv".to_string() });
        desk.slice(bytes);
        desk.answer(Ask::Close);
    }
    let Answer::Overview(overview) = desk.answer(Ask::Overview) else { panic!("no overview") };
    assert_eq!(overview.read.rows, overview.read.used + overview.read.duplicate + overview.read.left_out);
    desk.answer(Ask::Questions);
    desk.answer(Ask::Mapping { file: 0, tried: None });
    desk.answer(Ask::Sums);
    desk.answer(Ask::Export(engine::desk::ExportKind::Results));
}
