//! The results as JSON, `flexgauge.results/1`: the same bytes from the page and the command line.

use super::Names;
use super::allocation::allocation;
use super::findings::all_findings;
use super::pools::{pools, pools_then};
use super::{purchase, sums};
use crate::analysis::licences::Licences;
use crate::analysis::purchase::Purchase;
use crate::analysis::{
    Cost, CostPart, HabitCost, MonthCost, Report, SumsReport, Then, people_with_charges, top_people,
};
use crate::plan::Plan;
use crate::usage::{Log, Money, Tokens, number};
use serde_json::{Map, Value};

/// The version this program writes.
pub const RESULTS_SCHEMA: &str = "flexgauge.results/1";

/// Writes the results. What is not known, or not worked out yet, is `null`.
pub fn results_json(
    log: &Log,
    plan: &Plan,
    report: Option<&Report>,
    licences: Option<&Licences>,
    names: &Names,
) -> String {
    let sums = SumsReport::of(log, plan);
    let of_sums =
        |write: fn(&Log, &SumsReport) -> Value| sums.as_ref().map_or(Value::Null, |sums| write(log, sums));
    let last_day = sums.as_ref().and_then(|sums| sums.range).map(|(_, to)| to);
    let as_of = report.map(|report| report.period.as_of).or(last_day);
    let bought = report.map(|report| Purchase::of(plan, report, None));
    let renewal = bought.as_ref().and_then(|bought| bought.renewal.as_ref());
    let results = object([
        ("schema", RESULTS_SCHEMA.into()),
        ("as_of", as_of.map_or(Value::Null, |day| day.to_string().into())),
        ("currency", plan.currency().into()),
        ("read", read(log, names)),
        ("usage", report.map_or_else(|| of_sums(sums::usage), |report| usage(log, report))),
        (
            "cost",
            report.map_or_else(
                || sums.as_ref().map_or(Value::Null, |sums| sums::cost(log, sums, names)),
                |report| cost(log, &report.cost, names),
            ),
        ),
        ("trend", report.map_or(Value::Null, |report| trend(log, report, names))),
        ("habits", report.map_or(Value::Null, |r| r.habits.iter().map(habit).collect())),
        ("allocation", licences.map_or(Value::Null, |licences| allocation(log, licences, names))),
        (
            "pools",
            report
                .zip(bought.as_ref())
                .map_or_else(|| of_sums(sums::pools), |(report, bought)| pools(report, bought)),
        ),
        ("true_up", purchase::true_up(bought.as_ref().and_then(|bought| bought.true_up.as_ref()))),
        ("renewal", purchase::renewal(renewal, Value::Array(Vec::new()))),
        ("then", report.map_or(Value::Null, |report| then(log, plan, report, licences, names))),
    ]);
    let mut text = serde_json::to_string_pretty(&results).unwrap_or_default();
    text.push('\n');
    text
}

/// A JSON object whose fields stay in the order written here.
pub(super) fn object<const N: usize>(fields: [(&str, Value); N]) -> Value {
    Value::Object(fields.into_iter().map(|(name, value)| (name.to_string(), value)).collect::<Map<_, _>>())
}

pub(super) fn tokens(tokens: Tokens) -> Value {
    number(tokens.0)
}

pub(super) fn money(amount: Option<Money>) -> Value {
    amount.map_or(Value::Null, |amount| number(amount.0))
}

/// What the plan's what-ifs lead to; `null` where it states none.
fn then(log: &Log, plan: &Plan, report: &Report, licences: Option<&Licences>, names: &Names) -> Value {
    let Some(then) = Then::of(plan, report) else { return Value::Null };
    let bought = Purchase::of(plan, report, Some(&then));
    let subscriptions = purchase::subscriptions(log, plan, licences);
    object([
        ("cost", cost(log, &then.cost(log, plan, report), names)),
        ("pools", pools_then(report, plan, &then, &bought)),
        ("true_up", purchase::true_up(bought.true_up.as_ref())),
        ("renewal", purchase::renewal(bought.renewal.as_ref(), subscriptions)),
    ])
}

fn read(log: &Log, names: &Names) -> Value {
    let files = log.files();
    let found = all_findings(log);
    object([
        ("rows", files.iter().map(|f| f.rows).sum::<u64>().into()),
        ("used", files.iter().map(|f| f.used).sum::<u64>().into()),
        ("duplicate", files.iter().map(|f| f.duplicate).sum::<u64>().into()),
        ("left_out", files.iter().map(|f| f.left_out).sum::<u64>().into()),
        ("tokens_left_out", tokens(files.iter().map(|f| f.tokens_left_out).sum())),
        (
            "files",
            files
                .iter()
                .map(|f| {
                    object([
                        ("name", names.file(&f.name).into()),
                        ("shape", f.shape.name().map_or(Value::Null, Value::from)),
                        ("rows", f.rows.into()),
                        ("used", f.used.into()),
                        ("duplicate", f.duplicate.into()),
                        ("left_out", f.left_out.into()),
                    ])
                })
                .collect(),
        ),
        (
            "findings",
            found
                .listed
                .iter()
                .map(|(file, finding)| {
                    let finding = names.finding(finding);
                    object([
                        ("file", names.file(file).into()),
                        ("line", finding.line.map_or(Value::Null, Value::from)),
                        ("column", text_or_null(&finding.column)),
                        ("text", finding.text.as_str().into()),
                        ("problem", finding.problem.as_str().into()),
                        ("effect", finding.effect.as_str().into()),
                    ])
                })
                .collect(),
        ),
        ("findings_not_listed", found.not_kept.into()),
    ])
}

pub(super) fn text_or_null(text: &str) -> Value {
    if text.is_empty() { Value::Null } else { text.into() }
}

fn usage(log: &Log, report: &Report) -> Value {
    let with_charges = |parts: &[CostPart]| parts.iter().filter(|part| part.charges > 0).count();
    debug_assert!(report.cost.by_person.len() <= log.people().len());
    object([
        ("first_day", report.period.first.to_string().into()),
        ("last_day", report.period.last.to_string().into()),
        ("days_covered", report.period.days_covered().into()),
        ("tokens", tokens(report.cost.tokens)),
        ("charges", report.cost.charges.into()),
        ("users", people_with_charges(log, &report.cost.by_person).into()),
        ("products", with_charges(&report.cost.by_product).into()),
    ])
}

fn cost(log: &Log, cost: &Cost, names: &Names) -> Value {
    object([
        ("amount", money(cost.amount)),
        ("uncovered_tokens", tokens(cost.uncovered)),
        ("by_product", parts("product", &cost.by_product, &|i| log.products().get(i).into())),
        ("by_user", parts("user", &cost.by_person, &|i| names.id(log, i).into())),
        ("by_team", parts("team", &cost.by_team, &|i| text_or_null(log.pools().get(i)))),
        ("by_month", months(&cost.by_month)),
    ])
}

/// Parts of a cost; what they are is said by `label` and `name`.
pub(super) fn parts(label: &str, parts: &[CostPart], name: &dyn Fn(u32) -> Value) -> Value {
    parts
        .iter()
        .map(|part| {
            object([
                (label, name(part.index)),
                ("tokens", tokens(part.tokens)),
                ("charges", part.charges.into()),
                ("amount", money(part.amount)),
            ])
        })
        .collect()
}

/// A cost by month.
pub(super) fn months(months: &[MonthCost]) -> Value {
    months
        .iter()
        .map(|month| {
            object([
                ("month", month.month.to_string().into()),
                ("tokens", tokens(month.tokens)),
                ("amount", money(month.amount)),
            ])
        })
        .collect()
}

fn trend(log: &Log, report: &Report, names: &Names) -> Value {
    let people = top_people(log, report.spikes.iter().map(|spike| spike.day));
    object([
        (
            "spikes",
            report
                .spikes
                .iter()
                .zip(&people)
                .map(|(spike, people)| {
                    object([
                        ("day", spike.day.to_string().into()),
                        ("tokens", tokens(spike.tokens)),
                        ("expected", tokens(spike.expected)),
                        ("users", people.iter().map(|part| Value::from(names.id(log, part.index))).collect()),
                    ])
                })
                .collect(),
        ),
        (
            "climb",
            report.climb.map_or(Value::Null, |climb| {
                object([
                    ("tokens_per_week_per_week", tokens(Tokens::from_f64(climb.tokens_per_week_per_week))),
                    ("significant", climb.significant.into()),
                ])
            }),
        ),
    ])
}

fn habit(habit: &HabitCost) -> Value {
    let optional = |value: Option<Tokens>| value.map_or(Value::Null, tokens);
    object([
        ("habit", habit.habit.name().into()),
        ("evidence", habit.evidence.name().into()),
        (
            "charges_per_year",
            habit.charges_per_year.map_or(Value::Null, |count| tokens(Tokens::from_f64(count))),
        ),
        ("tokens_per_year", optional(habit.tokens_per_year)),
        ("amount_per_year", money(habit.amount_per_year)),
        ("saved_tokens_per_year", optional(habit.saved_tokens_per_year())),
        ("saved_per_year", money(habit.saved_per_year())),
    ])
}
