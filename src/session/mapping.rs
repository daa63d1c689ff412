//! What is chosen on the mapping screen, and what is answered about files, as edits of the plan.

use super::forms::Field;
use engine::desk::{MappingView, QuestionSubject, QuestionView};
use engine::plan::{Edit, MappingEdit, ReportRange};
use engine::usage::{Day, DayOrder, DecimalMark, MappedField, Mapping, MonthlyTokens};

/// What the rows of a file are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RowKind {
    /// Tokens of a person, a product and a day.
    Days,
    /// Sessions with a start and an end.
    Sessions,
    /// Months with tokens.
    Months,
    /// People with their departments.
    People,
}

impl RowKind {
    /// All of them.
    pub const ALL: [RowKind; 4] = [RowKind::Days, RowKind::Sessions, RowKind::Months, RowKind::People];

    /// What a mapping says its rows are, as the engine understands it.
    pub fn of(mapping: &Mapping) -> RowKind {
        let has = |fields: &[MappedField]| fields.iter().any(|field| mapping.column(*field).is_some());
        if has(&[MappedField::Month, MappedField::RunningTotal]) {
            RowKind::Months
        } else if has(&[MappedField::Start, MappedField::End, MappedField::Minutes]) {
            RowKind::Sessions
        } else if has(&[MappedField::Department, MappedField::CostCentre, MappedField::Project])
            && !has(&[MappedField::Tokens, MappedField::Day])
        {
            RowKind::People
        } else {
            RowKind::Days
        }
    }

    /// The fields that such rows can have, those that are needed first.
    pub fn fields(self) -> &'static [MappedField] {
        match self {
            RowKind::Days => &[
                MappedField::Person,
                MappedField::Product,
                MappedField::Day,
                MappedField::Tokens,
                MappedField::Team,
                MappedField::Version,
            ],
            RowKind::Sessions => &[
                MappedField::Person,
                MappedField::Product,
                MappedField::Start,
                MappedField::End,
                MappedField::Minutes,
                MappedField::IdleMinutes,
                MappedField::Tokens,
                MappedField::Team,
                MappedField::Version,
            ],
            RowKind::Months => {
                &[MappedField::Month, MappedField::Tokens, MappedField::RunningTotal, MappedField::Team]
            }
            RowKind::People => {
                &[MappedField::Person, MappedField::Department, MappedField::CostCentre, MappedField::Project]
            }
        }
    }
}

/// The mapping once its rows are said to be of a kind: what they cannot have goes, and what the program
/// guesses comes.
pub fn with_kind(view: &MappingView, kind: RowKind) -> Mapping {
    let mut mapping = view.mapping.clone();
    mapping.fields.retain(|(field, _)| kind.fields().contains(field));
    for field in kind.fields() {
        let guess = view.fields.iter().find(|known| known.field == *field).and_then(|known| known.guess);
        let name = guess.and_then(|(column, _)| view.header.get(column as usize));
        let is_free = |name: &String| !mapping.fields.iter().any(|(_, known)| known == name);
        if mapping.column(*field).is_none()
            && let Some(name) = name.filter(|name| is_free(name)).cloned()
        {
            mapping.fields.push((*field, name));
        }
    }
    mapping
}

/// Says which column is a field, or that none is.
pub fn choose(mapping: &mut Mapping, field: MappedField, column: Option<String>) {
    mapping.fields.retain(|(known, _)| *known != field);
    mapping.fields.extend(column.map(|column| (field, column)));
}

/// The edit for an answer: 0 is the first of a question's two readings, 1 the second. A range and the
/// columns are no choice between two.
pub fn answer(question: &QuestionView, reading: usize) -> Option<Edit> {
    let mut mapping = question.mapping.clone();
    let first = reading == 0;
    match question.subject {
        QuestionSubject::Days => {
            mapping.days = Some(if first { DayOrder::DayFirst } else { DayOrder::MonthFirst });
        }
        QuestionSubject::Numbers => {
            mapping.numbers = Some(if first { DecimalMark::Point } else { DecimalMark::Comma });
        }
        QuestionSubject::Months => {
            mapping.months = Some(if first { MonthlyTokens::PerMonth } else { MonthlyTokens::RunningTotal });
        }
        QuestionSubject::Range | QuestionSubject::Columns => return None,
    }
    Some(Edit::Mapping(MappingEdit::Use(mapping)))
}

/// The edit for the dates of a usage report, once both can be read.
pub fn range_answer(question: &QuestionView, from: Field<Day>, to: Field<Day>) -> Option<Edit> {
    let (from, to) = (from.good()?, to.good()?);
    let range = ReportRange { file: question.name.clone(), print: question.print, from, to };
    Some(Edit::Mapping(MappingEdit::Range(range)))
}
