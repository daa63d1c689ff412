//! The records of one file, in order: those above the header, the header, and the rows below it.

use super::columns::Columns;
use super::daily::Daily;
use super::findings;
use super::forms::Form;
use super::limits::Limits;
use super::question::Choices;
use super::record::{Flaw, Record};
use super::records::Sink;
use super::sheet::Sheet;
use crate::usage::{Finding, MappedField, MappedRule, Mapping, SessionRule};

/// Passes over what stands above the header and hands on what stands below.
pub struct Body {
    /// The header's index among the records.
    pub header_index: usize,
    /// Records above it so far.
    pub seen: usize,
    /// The limits of this reader.
    pub limits: Limits,
    /// What the user answered.
    pub choices: Choices,
    /// What the user said the columns are.
    pub mapping: Option<Mapping>,
    /// The first rows, by which columns of one meaning are told apart.
    pub first_rows: Vec<Vec<String>>,
    /// Where it is.
    pub state: State,
}

/// Where in a file the reader is, and in what kind.
pub enum State {
    /// Above the header.
    Above,
    /// In a daily export.
    Daily(Box<Daily>),
    /// In another form.
    Sheet(Box<Sheet>),
    /// The header cannot be used.
    Refused(Finding),
}

impl Body {
    /// Keeps a finding about the file.
    pub fn report(&mut self, finding: Finding) {
        match &mut self.state {
            State::Daily(daily) => daily.findings.push(finding),
            State::Sheet(sheet) => sheet.findings.push(finding),
            State::Above | State::Refused(_) => {}
        }
    }

    fn header(&self, record: &Record<'_>) -> State {
        if record.flaw == Some(Flaw::TooManyFields) {
            return State::Refused(findings::too_many_columns(&self.limits));
        }
        let (form, columns) = match &self.mapping {
            Some(mapping) => {
                let columns = Columns::mapped(record, mapping);
                (Form::of_mapped(&columns), columns)
            }
            None => {
                let mut columns = Columns::of(record);
                columns.keep_dates(&self.first_rows);
                (Form::of(&columns), columns)
            }
        };
        if form == Form::Daily {
            return State::Daily(Box::new(Daily::new(columns, self.limits, self.choices)));
        }
        let mut sheet = Sheet::new(form, columns, self.limits, self.choices);
        if let Some(mapping) = &self.mapping {
            sheet.utc_offset = mapping.utc_offset_minutes.unwrap_or(0) * 60;
            sheet.rule = session_rule(mapping);
            sheet.is_eba = mapping.rule == Some(MappedRule::Eba);
        }
        State::Sheet(Box::new(sheet))
    }
}

impl Sink for Body {
    fn record(&mut self, record: &Record<'_>) {
        match &mut self.state {
            State::Daily(daily) => daily.record(record),
            State::Sheet(sheet) => sheet.record(record),
            State::Above if self.seen == self.header_index => self.state = self.header(record),
            State::Above => self.seen += 1,
            State::Refused(_) => {}
        }
    }

    fn columns(&self) -> usize {
        match &self.state {
            State::Daily(daily) => daily.columns.named(),
            State::Sheet(sheet) => sheet.columns.named(),
            _ => 0,
        }
    }
}

/// How the charges of mapped sessions come about.
fn session_rule(mapping: &Mapping) -> SessionRule {
    let states_tokens = mapping.column(MappedField::Tokens).is_some();
    match mapping.rule {
        Some(MappedRule::Eba) if !states_tokens => {
            SessionRule::Eba { utc_offset: mapping.utc_offset_minutes.unwrap_or(0) * 60 }
        }
        Some(MappedRule::Flex) => SessionRule::Flex,
        Some(MappedRule::Eba | MappedRule::AsGiven) => SessionRule::AsGiven,
        None if states_tokens => SessionRule::AsGiven,
        None => SessionRule::Flex,
    }
}
