//! What the user asked to be told about. Checked whenever data or plan change; each alert has an id
//! that stays the same while its cause does, so that it can be dismissed with a note.

use super::budget::{BudgetLine, budget_lines};
use super::forecast::{Pace, PoolForecast};
use super::lookout::{CapCrossed, caps_crossed};
use super::pools::PoolAnalysis;
use super::report::Report;
use super::trend::Climb;
use crate::plan::{BudgetOf, Plan};
use crate::usage::{Day, Log, Tokens};

/// A lapse is told of so many days before, as the portal does.
pub const LAPSE_DAYS: i32 = 90;
/// Crossed caps that are told of: those of the last so many days.
const CAP_DAYS: i32 = 28;

/// How soon something must be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    /// Good to know.
    Note,
    /// Look at it this week.
    Soon,
    /// Tokens or money are lost unless something is done.
    Now,
}

/// What happened or will.
#[derive(Clone, Debug, PartialEq)]
pub enum AlertKind {
    /// Fewer tokens are left than the plan's limit.
    BalanceBelow {
        /// What is left.
        balance: Tokens,
        /// The limit.
        limit: Tokens,
    },
    /// The pool runs out before the term's end with a larger chance than the plan's limit.
    RunsOutEarly {
        /// The chance.
        chance: f64,
        /// The limit.
        limit: f64,
        /// The early run-out day, p10.
        early: Option<Day>,
        /// The last day to order on: that day less the lead time.
        order_by: Option<Day>,
    },
    /// A pack is about to lapse with more tokens than the plan's limit.
    Lapses {
        /// The pack's last day.
        day: Day,
        /// What will be left in it, in the middle of the futures.
        tokens: Tokens,
    },
    /// A tier of the term's tokens was crossed.
    TierCrossed {
        /// Percent of them.
        percent: f64,
        /// The day.
        day: Day,
    },
    /// The term's tokens go 1.4 times as fast as its days.
    FastPace(Pace),
    /// A person or a day above a cap.
    CapCrossed(CapCrossed),
    /// A steady climb of weekly use.
    Climbs(Climb),
    /// A month's use is above its budget, or will be as it goes.
    OverBudget(BudgetLine),
}

/// One alert.
#[derive(Clone, Debug, PartialEq)]
pub struct Alert {
    /// Stays the same while the cause does.
    pub id: String,
    /// The index of the pool it is about, where it is about one.
    pub pool: Option<usize>,
    /// How soon something must be done.
    pub urgency: Urgency,
    /// What happened.
    pub kind: AlertKind,
    /// The note it was dismissed with.
    pub dismissed: Option<String>,
}

/// All alerts, most urgent first, then by id.
pub fn alerts(log: &Log, plan: &Plan, report: &Report) -> Vec<Alert> {
    let mut found = Vec::new();
    for (index, (pool, forecast)) in report.pools.iter().zip(&report.forecasts).enumerate() {
        of_pool(&mut found, plan, index, pool, forecast);
    }
    let as_of = report.period.as_of;
    let recent = |crossed: &CapCrossed| crossed.day > as_of.plus(-CAP_DAYS) && crossed.day <= as_of;
    for crossed in caps_crossed(log, plan).into_iter().filter(recent) {
        let who = crossed.person.map_or("all", |person| log.people()[person as usize].id.as_str());
        let id = format!("cap/{who}/{}", crossed.day);
        found.push(alert(id, None, Urgency::Note, AlertKind::CapCrossed(crossed)));
    }
    if let Some(climb) =
        report.climb.filter(|climb| climb.significant && climb.tokens_per_week_per_week > 0.0)
    {
        let id = format!("climb/{}", as_of.month());
        found.push(alert(id, None, Urgency::Soon, AlertKind::Climbs(climb)));
    }
    for line in budget_lines(log, plan, as_of) {
        let over = line.used.is_some_and(|used| used > line.budget);
        if over || line.projected.is_some_and(|projected| projected > line.budget) {
            let (BudgetOf::Team(name) | BudgetOf::Project(name)) = &line.of;
            let id = format!("budget/{name}/{}", line.month);
            let urgency = if over { Urgency::Soon } else { Urgency::Note };
            found.push(alert(id, None, urgency, AlertKind::OverBudget(line)));
        }
    }
    for alert in &mut found {
        let known = plan.dismissed.iter().find(|dismissed| dismissed.alert == alert.id);
        alert.dismissed = known.map(|dismissed| dismissed.note.clone());
    }
    found.sort_by(|a, b| b.urgency.cmp(&a.urgency).then_with(|| a.id.cmp(&b.id)));
    found
}

fn alert(id: String, pool: Option<usize>, urgency: Urgency, kind: AlertKind) -> Alert {
    Alert { id, pool, urgency, kind, dismissed: None }
}

fn of_pool(found: &mut Vec<Alert>, plan: &Plan, index: usize, pool: &PoolAnalysis, forecast: &PoolForecast) {
    let name = pool.name.as_deref().unwrap_or("common");
    let term = forecast.term.map_or_else(String::new, |term| term.start.to_string());
    let mut push = |id: String, urgency, kind| found.push(alert(id, Some(index), urgency, kind));
    if let (Some(balance), Some(limit)) = (pool.balance(), plan.alerts.balance_below)
        && balance < limit
    {
        let id = format!("balance/{name}/{}", limit.to_f64());
        push(id, Urgency::Soon, AlertKind::BalanceBelow { balance, limit });
    }
    if let Some(run_out) = forecast.run_out_now()
        && let Some(chance) = run_out.before_term_end.filter(|chance| *chance > plan.alerts.run_out_chance())
    {
        let order_by = forecast.order_by(plan);
        let late = order_by.is_some_and(|day| day <= pool.balance_day);
        let urgency = if chance >= 0.5 || late { Urgency::Now } else { Urgency::Soon };
        let (limit, early) = (plan.alerts.run_out_chance(), run_out.p10);
        push(
            format!("run-out/{name}/{term}"),
            urgency,
            AlertKind::RunsOutEarly { chance, limit, early, order_by },
        );
    }
    for lapse in forecast.now.iter().filter(|_| forecast.silent.is_none()).flat_map(|outlook| &outlook.lapses)
    {
        let tokens = Tokens::from_f64(lapse.tokens.p50);
        if tokens > plan.alerts.lapse_tokens() && pool.balance_day.days_until(lapse.day) <= LAPSE_DAYS {
            push(
                format!("lapse/{name}/{}", lapse.day),
                Urgency::Now,
                AlertKind::Lapses { day: lapse.day, tokens },
            );
        }
    }
    for tier in forecast.tiers.iter().flatten() {
        if let Some(day) = tier.reached {
            let urgency = if tier.percent >= 75.0 { Urgency::Soon } else { Urgency::Note };
            let id = format!("tier/{}/{name}/{term}", tier.percent);
            push(id, urgency, AlertKind::TierCrossed { percent: tier.percent, day });
        }
    }
    if let Some(pace) = forecast.pace.filter(|pace| pace.is_fast) {
        push(format!("pace/{name}/{term}"), Urgency::Soon, AlertKind::FastPace(pace));
    }
}
