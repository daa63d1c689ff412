//! The saved form of what was said about files.

use super::read::{Field, Reader};
use crate::plan::{Plan, ReportRange};
use crate::usage::{DayOrder, DecimalMark, MappedField, MappedRule, Mapping, MonthlyTokens};
use serde_json::{Map, Value};

const DATE_FORMS: [(&str, DayOrder); 2] =
    [("day first", DayOrder::DayFirst), ("month first", DayOrder::MonthFirst)];
const DECIMALS: [(&str, DecimalMark); 2] = [(".", DecimalMark::Point), (",", DecimalMark::Comma)];
const MONTHLY: [(&str, MonthlyTokens); 2] =
    [("per month", MonthlyTokens::PerMonth), ("running total", MonthlyTokens::RunningTotal)];
const RULES: [(&str, MappedRule); 3] =
    [("flex", MappedRule::Flex), ("eba", MappedRule::Eba), ("as given", MappedRule::AsGiven)];

/// The farthest zones.
const OFFSET_MINUTES_MAX: i32 = 14 * 60;

/// Reads both lists.
pub fn read(plan: &mut Plan, fields: &mut Map<String, Value>, reader: &mut Reader) {
    plan.mappings = reader.list((fields.remove("mappings"), "mappings"), Reader::mapping);
    plan.report_ranges = reader.list((fields.remove("report_ranges"), "report_ranges"), Reader::report_range);
}

impl Reader {
    fn mapping(&mut self, mut fields: Map<String, Value>, at: &str) -> Option<Mapping> {
        let header = (fields.remove("header"), format!("{at}.header"));
        // An empty cell of a header is one.
        let header = self.values((header.0, &header.1), |reader, value, at| match value {
            None | Some(Value::Null) => Some(String::new()),
            Some(Value::String(text)) => Some(text),
            other => reader.text(other, at),
        });
        let columns = self.object(fields.remove("fields"), &format!("{at}.fields"));
        let mut mapped = Vec::new();
        for (name, column) in columns {
            let at = format!("{at}.fields.{name}");
            let Some(field) = MappedField::ALL.into_iter().find(|field| field.name() == name) else {
                self.expected(&at, &column, "nothing: there is no such field");
                continue;
            };
            mapped.extend(self.text(Some(column), &at).map(|column| (field, column)));
        }
        mapped.sort();
        let mut take = |name: &str| (fields.remove(name), format!("{at}.{name}"));
        let (date_form, decimal, monthly) = (take("date_form"), take("decimal"), take("monthly"));
        let (offset, rule) = (take("utc_offset"), take("rule"));
        Some(Mapping {
            header,
            fields: mapped,
            days: self.one_of((date_form.0, &date_form.1), &DATE_FORMS),
            numbers: self.one_of((decimal.0, &decimal.1), &DECIMALS),
            months: self.one_of((monthly.0, &monthly.1), &MONTHLY),
            utc_offset_minutes: self.offset((offset.0, &offset.1)),
            rule: self.one_of((rule.0, &rule.1), &RULES),
        })
    }

    fn one_of<T: Copy>(&mut self, (value, at): Field<'_>, words: &[(&str, T)]) -> Option<T> {
        let value = value.filter(|value| !value.is_null())?;
        let found = words.iter().find(|(word, _)| value.as_str() == Some(word)).map(|(_, meant)| *meant);
        if found.is_none() {
            let words: Vec<String> = words.iter().map(|(word, _)| format!("“{word}”")).collect();
            self.expected(at, &value, &words.join(" or "));
        }
        found
    }

    /// `+01:00`, `-8:00` or minutes.
    fn offset(&mut self, (value, at): Field<'_>) -> Option<i32> {
        let value = value.filter(|value| !value.is_null())?;
        let minutes = match &value {
            Value::Number(number) => number.as_i64().and_then(|minutes| i32::try_from(minutes).ok()),
            Value::String(text) => minutes_of(text),
            _ => None,
        };
        let minutes = minutes.filter(|minutes| minutes.abs() <= OFFSET_MINUTES_MAX);
        if minutes.is_none() {
            self.expected(at, &value, "an offset such as “+01:00”");
        }
        minutes
    }

    fn report_range(&mut self, mut fields: Map<String, Value>, at: &str) -> Option<ReportRange> {
        let file = self.text(fields.remove("file"), &format!("{at}.file")).unwrap_or_default();
        let print = self.needed(&mut fields, at, "print", Reader::text)?;
        let from = self.needed(&mut fields, at, "from", Reader::day)?;
        let to = self.needed(&mut fields, at, "to", Reader::day)?;
        self.in_order(Some(from), Some(to), at);
        let Ok(number) = u64::from_str_radix(&print, 16) else {
            self.expected(&format!("{at}.print"), &Value::String(print), "a number in hexadecimal digits");
            return None;
        };
        Some(ReportRange { file, print: number, from, to })
    }
}

fn minutes_of(text: &str) -> Option<i32> {
    let (sign, digits) = match text.trim().strip_prefix(['-', '\u{2212}']) {
        Some(digits) => (-1, digits),
        None => (1, text.trim().trim_start_matches('+')),
    };
    let (hours, minutes) = digits.split_once(':').unwrap_or((digits, "0"));
    let number = |text: &str| text.parse::<i32>().ok().filter(|number| (0..60).contains(number));
    Some(sign * (number(hours)? * 60 + number(minutes)?))
}

fn word_of<T: PartialEq + Copy>(words: &[(&str, T)], meant: Option<T>) -> Option<Value> {
    words.iter().find(|(_, known)| Some(*known) == meant).map(|(word, _)| Value::from(*word))
}

/// Writes a mapping, without what it leaves open.
pub fn mapping(mapping: &Mapping) -> Value {
    let mut out = Map::new();
    out.insert("header".into(), mapping.header.clone().into());
    if !mapping.fields.is_empty() {
        let fields = mapping.fields.iter();
        let fields: Map<String, Value> =
            fields.map(|(field, column)| (field.name().to_string(), column.as_str().into())).collect();
        out.insert("fields".into(), fields.into());
    }
    let offset = mapping.utc_offset_minutes.map(|minutes| {
        let sign = if minutes < 0 { '-' } else { '+' };
        Value::from(format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60))
    });
    let others = [
        ("date_form", word_of(&DATE_FORMS, mapping.days)),
        ("decimal", word_of(&DECIMALS, mapping.numbers)),
        ("monthly", word_of(&MONTHLY, mapping.months)),
        ("utc_offset", offset),
        ("rule", word_of(&RULES, mapping.rule)),
    ];
    for (name, value) in others {
        value.into_iter().for_each(|value| {
            out.insert(name.to_string(), value);
        });
    }
    Value::Object(out)
}

/// Writes a report's range.
pub fn range(range: &ReportRange) -> Value {
    serde_json::json!({
        "file": range.file,
        "print": format!("{:016x}", range.print),
        "from": range.from.to_string(),
        "to": range.to.to_string(),
    })
}
