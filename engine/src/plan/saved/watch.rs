//! The saved form of alerts and of the checklist.

use super::read::{Field, Reader};
use crate::plan::{AlertRules, Question};
use crate::usage::{Tokens, number};
use serde_json::{Value, json};
use std::collections::BTreeMap;

impl Reader {
    pub fn alerts(&mut self, (value, at): Field<'_>) -> AlertRules {
        let mut fields = self.object(value, at);
        let mut take = |name: &str| (fields.remove(name), format!("{at}.{name}"));
        let (balance, percent, days, tokens, climb) = (
            take("balance_below"),
            take("run_out_percent"),
            take("lapse_days"),
            take("lapse_tokens"),
            take("climb_percent"),
        );
        AlertRules {
            balance_below: self.amount(balance.0, &balance.1).map(Tokens),
            run_out_percent: self.percent(percent.0, &percent.1),
            lapse_days: self.days(days.0, &days.1),
            lapse_tokens: self.amount(tokens.0, &tokens.1).map(Tokens),
            climb_percent: self.percent(climb.0, &climb.1),
        }
    }

    /// Texts by key; an empty text is one too.
    pub fn texts(&mut self, field: Field<'_>) -> BTreeMap<String, String> {
        let at = field.1.to_string();
        let mut texts = BTreeMap::new();
        for (key, value) in self.object_of(field) {
            match value {
                Value::String(text) => drop(texts.insert(key, text)),
                other => self.expected(&format!("{at}.{key}"), &other, "a text"),
            }
        }
        texts
    }

    /// Answers that answer their question. Questions that this version does not ask are kept.
    pub fn checklist(&mut self, field: Field<'_>) -> BTreeMap<String, String> {
        let at = field.1.to_string();
        let mut answers = self.texts(field);
        answers.retain(|key, answer| {
            let fits = Question::from_key(key).is_none_or(|question| question.takes(answer));
            if !fits {
                self.expected(&format!("{at}.{key}"), &answer.as_str().into(), "an answer to its question");
            }
            fits
        });
        answers
    }
}

/// The rules that are on; `None` where none is.
pub fn write(rules: AlertRules) -> Option<Value> {
    let AlertRules { balance_below, run_out_percent, lapse_days, lapse_tokens, climb_percent } = rules;
    (rules != AlertRules::default()).then(|| {
        json!({
            "balance_below": balance_below.map(|tokens| number(tokens.0)),
            "run_out_percent": run_out_percent,
            "lapse_days": lapse_days,
            "lapse_tokens": lapse_tokens.map(|tokens| number(tokens.0)),
            "climb_percent": climb_percent,
        })
    })
}
