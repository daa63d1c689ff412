//! What to act on, as sentences.

use super::numbers::{self, day, share};
use super::people::person;
use engine::desk::{AlertKind, AlertView, AlertWho, Input, Value};

/// An alert as a sentence with its number and its limit.
pub fn sentence(alert: &AlertView, currency: &str, hide: bool) -> String {
    let value = alert.value.value.map(|value| numbers::value(value, currency).text).unwrap_or_default();
    let limit = limit(alert, currency);
    let whose = alert.pool.as_ref().map(|pool| format!("{pool}: ")).unwrap_or_default();
    let who = match &alert.who {
        Some(AlertWho::Person(who)) => person(who, hide),
        Some(AlertWho::Team(name) | AlertWho::Project(name)) => name.clone(),
        None => "All together".to_string(),
    };
    let on = alert.day.map(day).unwrap_or_default();
    match alert.kind {
        AlertKind::RunOut => {
            format!("{whose}The chance to run out before the term ends is {value}; your limit is {limit}.")
        }
        AlertKind::BalanceBelow => format!("{whose}{value} tokens are left, fewer than the {limit} you set."),
        AlertKind::Pace => format!("{whose}{value} of the term’s tokens are used after {limit} of its days."),
        AlertKind::Tier => format!("{whose}{value} of the term’s tokens were used by {on}."),
        AlertKind::Lapse => format!("{whose}{value} tokens lapse at the end of {on}."),
        AlertKind::Budget => {
            let month = alert.day.map(|day| numbers::month(day.month())).unwrap_or_default();
            format!("{who} used {value} tokens in {month}; the budget is {limit}.")
        }
        AlertKind::BudgetAhead => {
            let month = alert.day.map(|day| numbers::month(day.month())).unwrap_or_default();
            format!(
                "{who} will use more than the budget of {limit} tokens in {month}, with a chance of {value}."
            )
        }
        AlertKind::Climb => {
            format!("{whose}The last seven days used {value} tokens, where {limit} were usual.")
        }
        AlertKind::Cap => format!("{who} used {value} tokens on {on}; the cap is {limit}."),
    }
}

/// The limit that was crossed: the last input of the figure.
fn limit(alert: &AlertView, currency: &str) -> String {
    let wanted = alert.value.inputs.iter().find(|(input, _)| matches!(input, Input::Limit | Input::Expected));
    match wanted.map(|(_, value)| *value) {
        Some(Value::Share(part)) => share(part),
        Some(value) => numbers::value(value, currency).text,
        None => "not set".to_string(),
    }
}

/// The panel.
pub const TITLE: &str = "To act on";
/// Its settings.
pub const RULES: &str = "What to warn of";
