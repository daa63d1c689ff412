//! The saved form of a plan, `flexgauge.plan/1`. Fields of the form that this version does not use
//! are kept as they are and written back.

mod csv_form;
mod file;
mod mappings;
mod notes;
mod read;
mod read_parts;
mod reviews;
mod watch;
mod write;

use super::Plan;
use crate::usage::{Money, Tokens};
use read::Reader;
use serde_json::{Map, Value};

pub use file::{WORKSPACE_SCHEMA, is_newer_workspace, plan_text_of};
pub use write::to_json;

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
    let mut reader = Reader::default();
    let mut plan = Plan::default();
    read_contract(&mut plan, &mut fields, &mut reader);
    read_people(&mut plan, &mut fields, &mut reader);
    read_future(&mut plan, &mut fields, &mut reader);
    mappings::read(&mut plan, &mut fields, &mut reader);
    notes::read(&mut plan, &mut fields, &mut reader);
    reviews::read(&mut plan, &mut fields, &mut reader);
    plan.kept = fields.into_iter().map(|(name, value)| (name, value.to_string())).collect();
    if reader.problems.is_empty() { Ok(plan) } else { Err(reader.problems) }
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

/// Prices, packs, readings, the term.
fn read_contract(plan: &mut Plan, fields: &mut Map<String, Value>, reader: &mut Reader) {
    let mut take = |name: &'static str| (fields.remove(name), name);
    let money = |reader: &mut Reader, (value, name)| reader.amount(value, name).map(Money);
    plan.currency = reader.text_of(take("currency"));
    plan.token_price = money(reader, take("token_price"));
    plan.renewal_token_price = money(reader, take("renewal_token_price"));
    plan.true_up_price = money(reader, take("true_up_price"));
    plan.late_price = money(reader, take("late_price"));
    plan.stop_cost_per_token = money(reader, take("stop_cost_per_token"));
    plan.term_start = reader.day_of(take("term_start"));
    plan.term_end = reader.day_of(take("term_end"));
    plan.packs = reader.list(take("packs"), Reader::pack);
    plan.readings = reader.list(take("balances"), Reader::reading);
    plan.volume_prices = reader.list(take("volume_prices"), Reader::volume_price);
    plan.certainty = reader.share_of(take("certainty"));
    plan.lead_days = reader.days_of(take("lead_days"));
    plan.grace_days = reader.days_of(take("grace_days"));
    plan.pack_sizes = reader.amounts_of(take("pack_sizes")).map(|all| all.into_iter().map(Tokens).collect());
    plan.clauses = reader.clauses(take("clauses"));
    plan.checklist = reader.checklist(take("checklist"));
}

/// Rates, offers, seats, moves, habits, limits.
fn read_people(plan: &mut Plan, fields: &mut Map<String, Value>, reader: &mut Reader) {
    let mut take = |name: &'static str| (fields.remove(name), name);
    for (product, rate) in reader.object_of(take("rates")) {
        if let Some(rate) = reader.amount(Some(rate), &format!("rates.{product}")) {
            plan.rates.insert(product, Tokens(rate));
        }
    }
    for (habit, share) in reader.object_of(take("habits")) {
        if let Some(share) = reader.share(Some(share), &format!("habits.{habit}")) {
            plan.habits.insert(habit, share);
        }
    }
    for (product, version) in reader.object_of(take("aware_from_version")) {
        if let Some(version) = reader.text(Some(version), &format!("aware_from_version.{product}")) {
            plan.aware_from_version.insert(product, version);
        }
    }
    let (offers, name) = take("offers");
    plan.offers = match offers {
        None | Some(Value::Null) => None,
        offers => Some(reader.list((offers, name), Reader::offer)),
    };
    plan.seats = reader.list(take("seats"), Reader::seat);
    plan.moves = reader.list(take("moves"), Reader::one_move);
    plan.decisions = reader.decisions(take("decisions"));
    plan.every_day_limit = reader.days_of(take("every_day_limit"));
    plan.recognition = reader.recognition(take("recognition"));
    plan.inactive_days = reader.days_of(take("inactive_days"));
    plan.heavy_days = reader.days_of(take("heavy_days"));
    plan.caps = reader.caps(take("caps"));
}

/// Working time, busy periods, budgets, tiers, the seed.
fn read_future(plan: &mut Plan, fields: &mut Map<String, Value>, reader: &mut Reader) {
    let mut take = |name: &'static str| (fields.remove(name), name);
    plan.working_days = reader.working_days(take("working_days"));
    plan.holidays = reader.days_list(take("holidays"));
    plan.busy = reader.list(take("busy"), Reader::busy);
    plan.budgets = reader.list(take("budgets"), Reader::budget);
    plan.tiers = reader.tiers(take("tiers"));
    plan.alerts = reader.alerts(take("alerts"));
    plan.seed = reader.seed(take("seed"));
    plan.csv = reader.csv_form(take("csv"));
}
