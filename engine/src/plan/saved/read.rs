//! Reads JSON values and gathers what is wrong with them, each problem naming its field.

use crate::plan::FIELD_AMOUNT_MAX;
use crate::usage::{Day, Tokens};
use serde_json::{Map, Value};

/// A value and the name of its field.
pub type Field<'a> = (Option<Value>, &'a str);

/// The longest time, in days, that a plan can state.
const DAYS_MAX: f64 = 3_660.0;

/// Reads values; what is wrong with them gathers in `problems`.
#[derive(Default)]
pub struct Reader {
    /// One sentence a problem.
    pub problems: Vec<String>,
}

impl Reader {
    pub fn expected(&mut self, at: &str, found: &Value, expected: &str) {
        self.problems
            .push(format!("The plan’s “{at}” is {found}; expected {expected}. Nothing was changed."));
    }

    pub fn text(&mut self, value: Option<Value>, at: &str) -> Option<String> {
        match value {
            None | Some(Value::Null) => None,
            Some(Value::String(text)) if text.trim().is_empty() => None,
            Some(Value::String(text)) => Some(text),
            Some(other) => {
                self.expected(at, &other, "a text");
                None
            }
        }
    }

    fn number(
        &mut self,
        value: Option<Value>,
        at: &str,
        range: std::ops::RangeInclusive<f64>,
        expected: &str,
    ) -> Option<f64> {
        let value = value.filter(|value| !value.is_null())?;
        let number = value.as_f64().filter(|number| range.contains(number));
        if number.is_none() {
            self.expected(at, &value, expected);
        }
        number
    }

    /// Millionths of a number that is not negative.
    pub fn amount(&mut self, value: Option<Value>, at: &str) -> Option<i64> {
        let range = 0.0..=FIELD_AMOUNT_MAX as f64;
        self.number(value, at, range, "a number that is not negative")
            .map(|amount| Tokens::from_f64(amount).0)
    }

    /// Millionths of any number, such as a saving that is none.
    pub fn signed(&mut self, value: Option<Value>, at: &str) -> Option<i64> {
        let most = FIELD_AMOUNT_MAX as f64;
        self.number(value, at, -most..=most, "a number").map(|amount| Tokens::from_f64(amount).0)
    }

    pub fn share(&mut self, value: Option<Value>, at: &str) -> Option<f64> {
        self.number(value, at, 0.0..=1.0, "a share between 0 and 1")
    }

    pub fn percent(&mut self, value: Option<Value>, at: &str) -> Option<f64> {
        self.number(value, at, -100.0..=10_000.0, "percent from −100 on")
    }

    pub fn hours(&mut self, value: Option<Value>, at: &str) -> Option<f64> {
        self.number(value, at, 0.0..=100_000.0, "a number of hours")
    }

    pub fn days(&mut self, value: Option<Value>, at: &str) -> Option<i32> {
        self.number(value, at, 0.0..=DAYS_MAX, "a number of days").map(|days| days as i32)
    }

    pub fn flag(&mut self, value: Option<Value>, at: &str) -> bool {
        match value {
            None | Some(Value::Null) => false,
            Some(Value::Bool(flag)) => flag,
            Some(other) => {
                self.expected(at, &other, "true or false");
                false
            }
        }
    }

    pub fn day(&mut self, value: Option<Value>, at: &str) -> Option<Day> {
        let value = value.filter(|value| !value.is_null())?;
        let day = value.as_str().and_then(Day::parse_iso);
        if day.is_none() {
            self.expected(at, &value, "a day such as “2026-07-31”");
        }
        day
    }

    pub fn object(&mut self, value: Option<Value>, at: &str) -> Map<String, Value> {
        match value {
            None | Some(Value::Null) => Map::new(),
            Some(Value::Object(fields)) => fields,
            Some(other) => {
                self.expected(at, &other, "an object");
                Map::new()
            }
        }
    }

    fn array(&mut self, (value, at): Field<'_>) -> Vec<Value> {
        match value {
            None | Some(Value::Null) => Vec::new(),
            Some(Value::Array(items)) => items,
            Some(other) => {
                self.expected(at, &other, "a list");
                Vec::new()
            }
        }
    }

    /// A list of objects.
    pub fn list<T>(
        &mut self,
        field: Field<'_>,
        item: fn(&mut Reader, Map<String, Value>, &str) -> Option<T>,
    ) -> Vec<T> {
        let at = field.1.to_string();
        let mut read = Vec::new();
        for (index, value) in self.array(field).into_iter().enumerate() {
            let at = format!("{at}[{index}]");
            let fields = self.object(Some(value), &at);
            read.extend(item(self, fields, &at));
        }
        read
    }

    /// A list of plain values.
    pub fn values<T>(
        &mut self,
        field: Field<'_>,
        item: impl Fn(&mut Reader, Option<Value>, &str) -> Option<T>,
    ) -> Vec<T> {
        let at = field.1.to_string();
        let values = self.array(field);
        values
            .into_iter()
            .enumerate()
            .filter_map(|(index, value)| item(self, Some(value), &format!("{at}[{index}]")))
            .collect()
    }

    /// A field of an object that must be there.
    pub fn needed<T>(
        &mut self,
        fields: &mut Map<String, Value>,
        at: &str,
        name: &str,
        read: fn(&mut Reader, Option<Value>, &str) -> Option<T>,
    ) -> Option<T> {
        let value = fields.remove(name);
        if value.as_ref().is_none_or(Value::is_null) {
            self.problems.push(format!("The plan’s “{at}” has no “{name}”. Nothing was changed."));
            return None;
        }
        read(self, value, &format!("{at}.{name}"))
    }

    pub fn text_of(&mut self, (value, at): Field<'_>) -> Option<String> {
        self.text(value, at)
    }

    pub fn day_of(&mut self, (value, at): Field<'_>) -> Option<Day> {
        self.day(value, at)
    }

    pub fn share_of(&mut self, (value, at): Field<'_>) -> Option<f64> {
        self.share(value, at)
    }

    pub fn days_of(&mut self, (value, at): Field<'_>) -> Option<i32> {
        self.days(value, at)
    }

    pub fn object_of(&mut self, (value, at): Field<'_>) -> Map<String, Value> {
        self.object(value, at)
    }
}
