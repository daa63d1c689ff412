//! Writes a plan, pretty enough to be read by people; only what differs from the default.

use super::{PLAN_SCHEMA, csv_form, mappings, notes, reviews, watch};
use crate::plan::{Budget, BudgetOf, Busy, BusyChange, Caps, Clauses, Plan, Recognition};
use crate::usage::{Day, Money, Tokens, WEEKDAYS, number};
use serde_json::{Map, Value, json};

/// Writes a plan.
pub fn to_json(plan: &Plan) -> String {
    let mut out = Out(Map::new());
    out.0.insert("schema".into(), PLAN_SCHEMA.into());
    write_contract(plan, &mut out);
    write_people(plan, &mut out);
    write_future(plan, &mut out);
    out.list("mappings", &plan.mappings, mappings::mapping);
    out.list("report_ranges", &plan.report_ranges, mappings::range);
    out.list("expected", &plan.expected, notes::expected);
    out.list("reviews", &plan.reviews, reviews::write_review);
    out.list("open_review", &plan.open_review, reviews::write_step);
    for (name, text) in &plan.kept {
        out.some(name, serde_json::from_str::<Value>(text).ok());
    }
    let mut text = serde_json::to_string_pretty(&out.0).unwrap_or_default();
    text.push('\n');
    text
}

/// Fields in the order in which they are written.
struct Out(Map<String, Value>);

impl Out {
    fn some(&mut self, name: &str, value: Option<impl Into<Value>>) {
        if let Some(value) = value {
            self.0.insert(name.to_string(), value.into());
        }
    }

    fn money(&mut self, name: &str, amount: Option<Money>) {
        self.some(name, amount.map(|amount| number(amount.0)));
    }

    fn list<T>(&mut self, name: &str, items: &[T], write: impl Fn(&T) -> Value) {
        self.some(name, (!items.is_empty()).then(|| items.iter().map(write).collect::<Vec<_>>()));
    }

    fn map<'a, T: 'a>(
        &mut self,
        name: &str,
        items: impl IntoIterator<Item = (&'a String, &'a T)>,
        write: impl Fn(&T) -> Value,
    ) {
        let fields: Map<String, Value> = items.into_iter().map(|(k, v)| (k.clone(), write(v))).collect();
        self.some(name, (!fields.is_empty()).then_some(fields));
    }
}

fn write_contract(plan: &Plan, out: &mut Out) {
    out.some("currency", plan.currency.clone());
    out.money("token_price", plan.token_price);
    out.money("renewal_token_price", plan.renewal_token_price);
    out.money("true_up_price", plan.true_up_price);
    out.money("late_price", plan.late_price);
    out.money("stop_cost_per_token", plan.stop_cost_per_token);
    out.some("term_start", plan.term_start.map(day));
    out.some("term_end", plan.term_end.map(day));
    out.list("packs", &plan.packs, |pack| {
        json!({
            "pool": pack.pool,
            "tokens": number(pack.tokens.0),
            "price": pack.price.map(|price| number(price.0)),
            "start": day(pack.start),
            "end": pack.end.map(day),
        })
    });
    out.list("balances", &plan.readings, |reading| {
        json!({ "pool": reading.pool, "day": day(reading.day), "tokens": number(reading.tokens.0) })
    });
    out.list("volume_prices", &plan.volume_prices, |price| {
        json!({ "from_tokens": number(price.from_tokens.0), "token_price": number(price.token_price.0) })
    });
    out.some("certainty", plan.certainty);
    out.some("lead_days", plan.lead_days);
    out.some("grace_days", plan.grace_days);
    let sizes = |sizes: &Vec<Tokens>| sizes.iter().map(|size| number(size.0)).collect::<Vec<_>>();
    out.some("pack_sizes", plan.pack_sizes.as_ref().map(sizes));
    let Clauses { same_price_true_up, roll_over, grace_days, longer_days } = plan.clauses;
    out.some(
        "clauses",
        (plan.clauses != Clauses::default()).then(|| {
            json!({
                "same_price_true_up": same_price_true_up,
                "roll_over": roll_over,
                "grace_days": grace_days,
                "longer_days": longer_days,
            })
        }),
    );
    out.map("checklist", &plan.checklist, |answer| answer.as_str().into());
}

fn write_people(plan: &Plan, out: &mut Out) {
    out.map("rates", &plan.rates, |rate| number(rate.0));
    let offers = plan.offers.as_ref().map(|offers| {
        offers
            .iter()
            .map(|offer| {
                json!({
                    "name": offer.name,
                    "covers": offer.covers,
                    "price_per_year": offer.price_per_year.map(|price| number(price.0)),
                    "dated": offer.dated,
                })
            })
            .collect::<Vec<_>>()
    });
    out.some("offers", offers);
    out.list("seats", &plan.seats, |seat| {
        json!({
            "user": seat.user,
            "offer": seat.offer,
            "from": seat.from.map(day),
            "to": seat.to.map(day),
        })
    });
    out.list("moves", &plan.moves, |one| json!({ "user": one.user, "offers": one.offers }));
    out.list(
        "decisions",
        &plan.decisions,
        |one| json!({ "user": one.user, "declined": one.declined, "pinned": one.pinned, "note": one.note }),
    );
    out.map("habits", &plan.habits, |share| json!(share));
    out.some("every_day_limit", plan.every_day_limit);
    let Recognition { off, target_per_day, days_min } = &plan.recognition;
    out.some(
        "recognition",
        (plan.recognition != Recognition::default()).then(|| {
            json!({
                "off": off,
                "target_per_day": target_per_day.map(|tokens| number(tokens.0)),
                "days_min": days_min,
            })
        }),
    );
    out.some("inactive_days", plan.inactive_days);
    out.some("heavy_days", plan.heavy_days);
    let Caps { user_per_day, pool_per_day, session_hours } = plan.caps;
    out.some(
        "caps",
        (plan.caps != Caps::default()).then(|| {
            json!({
                "user_per_day": user_per_day.map(|tokens| number(tokens.0)),
                "pool_per_day": pool_per_day.map(|tokens| number(tokens.0)),
                "session_hours": session_hours,
            })
        }),
    );
    out.map("aware_from_version", &plan.aware_from_version, |version| version.as_str().into());
}

fn write_future(plan: &Plan, out: &mut Out) {
    let week = |week: [bool; 7]| {
        WEEKDAYS.iter().zip(week).filter(|(_, worked)| *worked).map(|(name, _)| *name).collect::<Vec<_>>()
    };
    out.some("working_days", plan.working_days.map(week));
    out.list("holidays", &plan.holidays, |holiday| day(*holiday));
    out.list("busy", &plan.busy, busy);
    out.list("budgets", &plan.budgets, budget);
    out.some("tiers", plan.tiers.clone());
    out.some("alerts", watch::write(plan.alerts));
    out.map("dismissed", &plan.dismissed, |note| note.as_str().into());
    out.some("seed", plan.seed);
    out.some("csv", csv_form::write(plan.csv));
}

fn budget(budget: &Budget) -> Value {
    let mut fields = Map::new();
    match &budget.of {
        BudgetOf::Pool(pool) => fields.insert("pool".into(), pool.clone().into()),
        BudgetOf::Team(team) => fields.insert("team".into(), team.as_str().into()),
        BudgetOf::Project(project) => fields.insert("project".into(), project.as_str().into()),
    };
    fields.insert("tokens_per_month".into(), number(budget.tokens_per_month.0));
    if !budget.busy.is_empty() {
        let busy = budget
            .busy
            .iter()
            .map(|one| json!({ "period": one.period, "tokens_per_month": number(one.tokens_per_month.0) }));
        fields.insert("busy".into(), busy.collect());
    }
    Value::Object(fields)
}

fn busy(busy: &Busy) -> Value {
    let mut fields = Map::new();
    fields.insert("name".into(), busy.name.as_str().into());
    fields.insert("from".into(), day(busy.from));
    fields.insert("to".into(), day(busy.to));
    match busy.change {
        BusyChange::Percent(percent) => fields.insert("percent".into(), percent.into()),
        BusyChange::TokensPerDay(tokens) => fields.insert("tokens_per_day".into(), number(tokens.0)),
    };
    fields.insert("probability".into(), busy.probability.into());
    Value::Object(fields)
}

fn day(day: Day) -> Value {
    day.to_string().into()
}
