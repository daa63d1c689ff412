//! Makes the views about files.

use super::files_view::{
    ChargeBackBy, ChargeBackLine, ChargeBackView, GuessReason, MappedFieldView, MappingView, PackOffered,
    PurchasesView, QuestionSubject, QuestionView, RoughRunOutView, SeatsOffered, SumsView,
};
use super::forecast::{month, tier};
use super::parts::{product_name, rows_of_person, rows_of_product, rows_of_team, someone, team_name, top};
use super::views::OVERVIEW_LIST_MAX;
use super::{Facts, Figure, Value};
use crate::analysis::{Cause, ChargeBack, ChargeTo, Report, SumsReport};
use crate::ingest::{Preview, Question, Subject, Why, guesses, verdicts};
use crate::plan::Plan;
use crate::rules::Rule;
use crate::usage::{Log, MappedField, Mapping, Month, Shape, SubscriptionRow, Tokens};

/// What the desk keeps of a file beside the log.
pub struct FileKept {
    /// Its first rows.
    pub preview: Preview,
    /// What only a person can tell.
    pub question: Option<Question>,
}

/// All open questions, in the order of files.
pub fn questions(log: &Log, plan: &Plan, kept: &[FileKept]) -> Vec<QuestionView> {
    let mut questions = Vec::new();
    for (index, (file, kept)) in log.files().iter().zip(kept).enumerate() {
        let remembered = plan.mapping_of(&kept.preview.header).cloned();
        let mapping = remembered
            .unwrap_or_else(|| Mapping { header: kept.preview.header.clone(), ..Mapping::default() });
        let question = |subject, of: Option<&Question>| QuestionView {
            file: index as u32,
            name: file.name.clone(),
            print: file.print,
            subject,
            column: of.map_or(String::new(), |of| of.column.clone()),
            readings: of.map_or(Vec::new(), |of| of.readings.map(str::to_string).to_vec()),
            rows: match subject {
                QuestionSubject::Columns => file.left_out,
                _ => of.map_or(0, |of| of.rows),
            },
            contradicts: of.is_some_and(|of| of.contradiction.is_some()),
            samples: of.map_or(Vec::new(), |of| {
                of.samples.iter().map(|sample| (sample.text.clone(), sample.readings.clone())).collect()
            }),
            mapping: mapping.clone(),
        };
        if let Some(of) = &kept.question {
            let subject = match of.subject {
                Subject::Days => QuestionSubject::Days,
                Subject::Numbers => QuestionSubject::Numbers,
                Subject::Months => QuestionSubject::Months,
            };
            questions.push(question(subject, Some(of)));
        }
        let is_known = plan.report_ranges.iter().any(|range| range.print == file.print);
        if file.shape == Shape::UsageReport && file.rows > file.left_out && !is_known {
            questions.push(question(QuestionSubject::Range, None));
        }
        let is_table = kept.preview.header.len() > 1 && !kept.preview.rows.is_empty();
        if file.shape == Shape::Unknown && is_table {
            questions.push(question(QuestionSubject::Columns, None));
        }
    }
    questions
}

/// The mapping screen of a file, under a mapping that is tried, else the remembered or guessed one.
pub fn mapping(
    log: &Log,
    plan: &Plan,
    kept: &[FileKept],
    file: u32,
    tried: Option<Mapping>,
) -> Option<MappingView> {
    let (loaded, kept) = (log.files().get(file as usize)?, kept.get(file as usize)?);
    let preview = &kept.preview;
    let guesses = guesses(preview);
    let remembered = plan.mapping_of(&preview.header);
    let mapping = tried.or_else(|| remembered.filter(|known| !known.fields.is_empty()).cloned());
    let mapping = mapping.unwrap_or_else(|| Mapping {
        header: preview.header.clone(),
        fields: guesses.iter().map(|g| (g.field, preview.header[g.column].clone())).collect(),
        ..remembered.cloned().unwrap_or_default()
    });
    let verdicts = verdicts(preview, &mapping);
    let field = |field: MappedField| {
        let verdict = verdicts.iter().find(|verdict| verdict.field == field);
        let guess = guesses.iter().find(|guess| guess.field == field);
        let reason = |why| match why {
            Why::Name => GuessReason::Name,
            Why::Cells => GuessReason::Cells,
        };
        MappedFieldView {
            field,
            chosen: verdict.and_then(|verdict| verdict.column).map(|column| column as u32),
            guess: guess.map(|guess| (guess.column as u32, reason(guess.why))),
            read: verdict.map_or(0, |verdict| verdict.read as u64),
            unread: verdict.map_or(0, |verdict| verdict.unread as u64),
            samples: verdict.map_or(Vec::new(), |verdict| verdict.samples.clone()),
            is_ambiguous: verdict.is_some_and(|verdict| verdict.is_ambiguous),
        }
    };
    Some(MappingView {
        file,
        name: loaded.name.clone(),
        header: preview.header.clone(),
        rows: preview.rows.clone(),
        is_remembered: remembered == Some(&mapping),
        fields: MappedField::ALL.into_iter().map(field).collect(),
        missing: missing(&mapping, &preview.header),
        mapping,
    })
}

/// What a mapping lacks, in words.
fn missing(mapping: &Mapping, header: &[String]) -> Vec<String> {
    let has =
        |field| mapping.column(field).is_some_and(|name| header.iter().any(|h| h.trim() == name.trim()));
    let has_units =
        [MappedField::Department, MappedField::CostCentre, MappedField::Project].into_iter().any(has);
    let mut missing = Vec::new();
    let mut need = |is_there: bool, words: &str| {
        if !is_there {
            missing.push(words.to_string());
        }
    };
    if has(MappedField::Month) || has(MappedField::RunningTotal) {
        need(has(MappedField::Month), "the month");
        need(has(MappedField::Tokens) || has(MappedField::RunningTotal), "the tokens");
    } else if has(MappedField::Start) {
        need(has(MappedField::End) || has(MappedField::Minutes), "the end of a session or its minutes");
        need(has(MappedField::Person), "the person");
        need(has(MappedField::Product), "the product");
    } else if has_units && !has(MappedField::Tokens) {
        need(has(MappedField::Person), "the person");
    } else {
        need(has(MappedField::Person), "the person");
        need(has(MappedField::Product), "the product");
        need(has(MappedField::Day), "the day, or the start of a session");
        need(has(MappedField::Tokens), "the tokens");
    }
    missing
}

/// What was bought, each once.
pub fn purchases(log: &Log, plan: &Plan) -> PurchasesView {
    let mut view = PurchasesView::default();
    let mut seen: Vec<SubscriptionRow> = Vec::new();
    for (_, row) in log.subscriptions() {
        let key = SubscriptionRow { line: 0, ..row.clone() };
        if seen.contains(&key) {
            continue;
        }
        seen.push(key);
        let team = Some(row.team.clone()).filter(|team| !team.is_empty());
        if row.is_tokens() {
            let tokens = Tokens::whole(i64::from(row.quantity));
            let is_same = |pack: &&crate::plan::Pack| {
                pack.tokens == tokens && Some(pack.start) == row.start && pack.end == row.end
            };
            view.packs.push(PackOffered {
                team,
                tokens,
                start: row.start,
                end: row.end,
                status: row.status.clone(),
                is_in_plan: plan.packs.iter().any(|pack| is_same(&pack)),
            });
        } else {
            view.seats.push(SeatsOffered {
                offering: row.offering.clone(),
                team,
                seats: row.quantity,
                start: row.start,
                end: row.end,
                status: row.status.clone(),
            });
        }
    }
    view
}

/// What can be told where no file has days.
pub fn sums(facts: Facts<'_>, sums: &SumsReport) -> SumsView {
    let log = facts.log;
    let is_listed = |of: Month| log.months().iter().any(|row| row.stands && row.month == of);
    let part = |parts, who, query| top(facts, parts, sums.tokens, OVERVIEW_LIST_MAX, who, query);
    SumsView {
        range: sums.range,
        without_range: sums
            .without_range
            .iter()
            .map(|file| log.files()[*file as usize].name.clone())
            .collect(),
        tokens: Figure::new(Rule::TokensUsed, Some(Value::Tokens(sums.tokens))),
        amount: sums.amount,
        tokens_per_year: sums.tokens_per_year,
        by_product: part(&sums.by_product, product_name, rows_of_product),
        by_person: part(&sums.by_person, someone, rows_of_person),
        by_team: part(&sums.by_team, team_name, rows_of_team),
        by_month: sums.by_month.iter().map(|month| (month.month, month.tokens, month.amount)).collect(),
        spread: sums.by_month.iter().map(|month| month.month).filter(|month| !is_listed(*month)).collect(),
        run_out: sums.run_out.as_ref().map(|run_out| RoughRunOutView {
            balance: run_out.balance,
            balance_day: run_out.balance_day,
            burn_per_day: run_out.burn_per_day,
            out: run_out.out.map(|(day, _)| day),
            lapses: run_out.out.is_some_and(|(_, cause)| cause == Cause::Lapsed),
            early: run_out.early,
            late: run_out.late,
            tiers: run_out.tiers.iter().flatten().map(tier).collect(),
            months: run_out.months.iter().map(month).collect(),
        }),
    }
}

/// What use is charged to, as the analysis calls it.
pub fn charge_to(by: ChargeBackBy) -> ChargeTo {
    match by {
        ChargeBackBy::Department => ChargeTo::Department,
        ChargeBackBy::CostCentre => ChargeTo::CostCentre,
        ChargeBackBy::Project => ChargeTo::Project,
        ChargeBackBy::Team => ChargeTo::Team,
    }
}

/// Whose use it was.
pub fn charge_back(facts: Facts<'_>, report: &Report, by: ChargeBackBy) -> ChargeBackView {
    let found = ChargeBack::of(facts.log, &report.prices, charge_to(by));
    ChargeBackView {
        by,
        months: found.months,
        lines: found
            .parts
            .into_iter()
            .map(|part| ChargeBackLine {
                name: part.name,
                people: part.people,
                months: part.months.iter().map(|month| (month.tokens, month.amount)).collect(),
                tokens: part.total.tokens,
                amount: part.total.amount,
            })
            .collect(),
        tokens: found.total.tokens,
        amount: found.total.amount,
        has_people_sheet: !facts.log.people_sheet().is_empty(),
    }
}
