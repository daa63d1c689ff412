//! The saved form of a plan, `flexgauge.plan/1`. Fields of the form that this version does not use
//! yet are kept as they are and written back.

use super::{Pack, Plan, Reading};

use crate::usage::{Day, Money, Tokens, number};
use serde_json::{Map, Value, json};

/// The version this program writes.
pub const PLAN_SCHEMA: &str = "flexgauge.plan/1";

/// Reads a saved plan. What is wrong comes back as sentences, all at once, each naming its field.
pub fn from_json(text: &str) -> Result<Plan, Vec<String>> {
    let value: Value = serde_json::from_str(text)
        .map_err(|error| vec![format!("The plan is not JSON: {error}. Nothing was changed.")])?;
    let Value::Object(mut fields) = value else {
        return Err(vec!["The plan is not a JSON object. Nothing was changed.".to_string()]);
    };
    check_schema(fields.remove("schema"))?;
    let mut read = Read { problems: Vec::new() };
    let mut plan = Plan {
        currency: read.text(fields.remove("currency"), "currency"),
        token_price: read.amount(fields.remove("token_price"), "token_price").map(Money),
        term_start: read.day(fields.remove("term_start"), "term_start"),
        term_end: read.day(fields.remove("term_end"), "term_end"),
        packs: read.list(fields.remove("packs"), "packs", Read::pack),
        readings: read.list(fields.remove("balances"), "balances", Read::reading),
        ..Plan::default()
    };
    for (product, rate) in read.object(fields.remove("rates"), "rates") {
        let at = format!("rates.{product}");
        if let Some(rate) = read.amount(Some(rate), &at) {
            plan.rates.insert(product, Tokens(rate));
        }
    }
    for (habit, share) in read.object(fields.remove("habits"), "habits") {
        match share.as_f64() {
            Some(share) if (0.0..=1.0).contains(&share) => {
                plan.habits.insert(habit, share);
            }
            _ => read.expected(&format!("habits.{habit}"), &share, "a share between 0 and 1"),
        }
    }
    plan.kept = fields.into_iter().map(|(name, value)| (name, value.to_string())).collect();
    if read.problems.is_empty() { Ok(plan) } else { Err(read.problems) }
}

/// Writes a plan, pretty enough to be read by people.
pub fn to_json(plan: &Plan) -> String {
    let mut fields = Map::new();
    fields.insert("schema".into(), PLAN_SCHEMA.into());
    let mut put = |name: &str, value: Option<Value>| {
        if let Some(value) = value {
            fields.insert(name.to_string(), value);
        }
    };
    put("currency", plan.currency.clone().map(Value::from));
    put("token_price", plan.token_price.map(|price| number(price.0)));
    put("term_start", plan.term_start.map(day));
    put("term_end", plan.term_end.map(day));
    let packs: Vec<Value> = plan.packs.iter().map(pack).collect();
    put("packs", (!packs.is_empty()).then(|| packs.into()));
    let readings: Vec<Value> = plan.readings.iter().map(reading).collect();
    put("balances", (!readings.is_empty()).then(|| readings.into()));
    let rates: Map<String, Value> = plan.rates.iter().map(|(k, v)| (k.clone(), number(v.0))).collect();
    put("rates", (!rates.is_empty()).then(|| rates.into()));
    let habits: Map<String, Value> = plan.habits.iter().map(|(k, v)| (k.clone(), json!(v))).collect();
    put("habits", (!habits.is_empty()).then(|| habits.into()));
    for (name, text) in &plan.kept {
        put(name, serde_json::from_str(text).ok());
    }
    let mut text = serde_json::to_string_pretty(&fields).unwrap_or_default();
    text.push('\n');
    text
}

fn check_schema(schema: Option<Value>) -> Result<(), Vec<String>> {
    let schema = schema.as_ref().and_then(Value::as_str).unwrap_or_default();
    if schema == PLAN_SCHEMA {
        return Ok(());
    }
    let newer = schema
        .strip_prefix("flexgauge.plan/")
        .and_then(|version| version.parse::<u32>().ok())
        .is_some_and(|version| version > 1);
    Err(vec![if newer {
        format!(
            "The plan was saved by a newer Flexgauge ({schema}; this one reads {PLAN_SCHEMA}). Nothing was changed."
        )
    } else {
        format!("The file is no Flexgauge plan: its “schema” should be “{PLAN_SCHEMA}”. Nothing was changed.")
    }])
}

fn day(day: Day) -> Value {
    day.to_string().into()
}

fn pack(pack: &Pack) -> Value {
    json!({
        "pool": pack.pool,
        "tokens": number(pack.tokens.0),
        "price": pack.price.map(|price| number(price.0)),
        "start": day(pack.start),
        "end": pack.end.map(day),
    })
}

fn reading(reading: &Reading) -> Value {
    json!({ "pool": reading.pool, "day": day(reading.day), "tokens": number(reading.tokens.0) })
}

/// Reads values and gathers what is wrong with them.
struct Read {
    problems: Vec<String>,
}

impl Read {
    fn expected(&mut self, at: &str, found: &Value, expected: &str) {
        self.problems
            .push(format!("The plan’s “{at}” is {found}; expected {expected}. Nothing was changed."));
    }

    fn text(&mut self, value: Option<Value>, at: &str) -> Option<String> {
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

    /// Millionths of a number that is not negative.
    fn amount(&mut self, value: Option<Value>, at: &str) -> Option<i64> {
        match value {
            None | Some(Value::Null) => None,
            Some(value) => match value.as_f64() {
                Some(amount) if (0.0..=super::fields::FIELD_AMOUNT_MAX as f64).contains(&amount) => {
                    Some(Tokens::from_f64(amount).0)
                }
                _ => {
                    self.expected(at, &value, "a number that is not negative");
                    None
                }
            },
        }
    }

    fn day(&mut self, value: Option<Value>, at: &str) -> Option<Day> {
        match value {
            None | Some(Value::Null) => None,
            Some(value) => {
                let day = value.as_str().and_then(Day::parse_iso);
                if day.is_none() {
                    self.expected(at, &value, "a day such as “2026-07-31”");
                }
                day
            }
        }
    }

    fn object(&mut self, value: Option<Value>, at: &str) -> Map<String, Value> {
        match value {
            None | Some(Value::Null) => Map::new(),
            Some(Value::Object(fields)) => fields,
            Some(other) => {
                self.expected(at, &other, "an object");
                Map::new()
            }
        }
    }

    fn list<T>(
        &mut self,
        value: Option<Value>,
        at: &str,
        item: fn(&mut Read, Map<String, Value>, &str) -> Option<T>,
    ) -> Vec<T> {
        let items = match value {
            None | Some(Value::Null) => Vec::new(),
            Some(Value::Array(items)) => items,
            Some(other) => {
                self.expected(at, &other, "a list");
                Vec::new()
            }
        };
        let mut read = Vec::new();
        for (index, value) in items.into_iter().enumerate() {
            let at = format!("{at}[{index}]");
            let fields = self.object(Some(value), &at);
            read.extend(item(self, fields, &at));
        }
        read
    }

    fn pack(&mut self, mut fields: Map<String, Value>, at: &str) -> Option<Pack> {
        let pool = self.text(fields.remove("pool"), &format!("{at}.pool"));
        let tokens = self.needed(&mut fields, at, "tokens", Read::amount)?;
        let price = self.amount(fields.remove("price"), &format!("{at}.price")).map(Money);
        let start = self.needed(&mut fields, at, "start", Read::day)?;
        let end = self.day(fields.remove("end"), &format!("{at}.end"));
        if end.is_some_and(|end| end < start) {
            self.problems.push(format!("The plan’s “{at}” ends before it starts. Nothing was changed."));
        }
        Some(Pack { pool, tokens: Tokens(tokens), price, start, end })
    }

    fn reading(&mut self, mut fields: Map<String, Value>, at: &str) -> Option<Reading> {
        let pool = self.text(fields.remove("pool"), &format!("{at}.pool"));
        let day = self.needed(&mut fields, at, "day", Read::day)?;
        let tokens = self.needed(&mut fields, at, "tokens", Read::amount)?;
        Some(Reading { pool, day, tokens: Tokens(tokens) })
    }

    fn needed<T>(
        &mut self,
        fields: &mut Map<String, Value>,
        at: &str,
        name: &str,
        read: fn(&mut Read, Option<Value>, &str) -> Option<T>,
    ) -> Option<T> {
        let value = fields.remove(name);
        if value.as_ref().is_none_or(Value::is_null) {
            self.problems.push(format!("The plan’s “{at}” has no “{name}”. Nothing was changed."));
            return None;
        }
        read(self, value, &format!("{at}.{name}"))
    }
}
