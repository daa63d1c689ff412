//! Alerts: what the user's rules, the tiers, the pace, the caps and the budgets say now.

use super::{AHEAD_CHANCE_MIN, BudgetLine, CapCrossed, PoolAnalysis, Report, Then, caps_crossed};
use crate::plan::{BudgetOf, Plan};
use crate::usage::{Day, Log, Month, Tokens};

/// Crossed caps older than this are history, in days.
pub const CAP_DAYS: i32 = 28;
/// At most so many crossed caps are alerts; the others are in the list of what to look at.
pub const CAPS_MAX: usize = 20;

/// Something to act on. The order is that of urgency.
#[derive(Clone, Debug, PartialEq)]
pub enum Alert {
    /// The pool runs out before the term's end with more than the rule's chance.
    RunOut {
        /// Into the report's pools.
        pool: usize,
        /// The chance, 0 to 1.
        chance: f64,
        /// The rule's, 0 to 1.
        limit: f64,
    },
    /// Fewer tokens left than the rule's.
    BalanceBelow {
        /// Into the report's pools.
        pool: usize,
        /// Tokens left.
        balance: Tokens,
        /// The rule's.
        limit: Tokens,
    },
    /// The highest tier reached.
    Tier {
        /// Into the report's pools.
        pool: usize,
        /// Percent of the term's tokens.
        percent: f64,
        /// When.
        day: Day,
    },
    /// The term's tokens go too fast.
    Pace {
        /// Into the report's pools.
        pool: usize,
        /// Used part of the tokens.
        used_share: f64,
        /// Passed part of the days.
        elapsed_share: f64,
    },
    /// A pack is about to lapse.
    Lapse {
        /// Into the report's pools.
        pool: usize,
        /// Its last day.
        day: Day,
        /// Tokens that will be left, in the middle of the futures.
        tokens: Tokens,
    },
    /// More used in a month than the budget.
    Budget {
        /// Whose.
        of: BudgetOf,
        /// Which month.
        month: Month,
        /// Tokens used.
        tokens: Tokens,
        /// The budget.
        budget: Tokens,
    },
    /// More than half of the futures use more than this month's budget.
    BudgetAhead {
        /// Whose.
        of: BudgetOf,
        /// Which month.
        month: Month,
        /// The part of the futures, 0 to 1.
        chance: f64,
        /// The budget.
        budget: Tokens,
    },
    /// The last seven days are far above the four weeks before.
    Climb {
        /// Into the report's pools.
        pool: usize,
        /// Tokens of the last seven days.
        tokens: Tokens,
        /// Tokens of a usual week before.
        usual: Tokens,
    },
    /// A crossed cap.
    Cap(CapCrossed),
}

/// An alert with its key.
#[derive(Clone, Debug, PartialEq)]
pub struct Alerted {
    /// The same for the same finding, whatever is loaded beside it.
    pub key: String,
    /// What.
    pub alert: Alert,
}

/// Everything to act on, most urgent first; dismissed ones too.
pub fn alerts(log: &Log, plan: &Plan, report: &Report) -> Vec<Alerted> {
    let mut found = Vec::new();
    for index in 0..report.pools.len() {
        of_pool(plan, report, index, &mut found);
    }
    found.extend(budgets(plan, report));
    // The sums that this needs take a pass over the log: only where there is a cap.
    if plan.caps.user_per_day.is_some() || plan.caps.pool_per_day.is_some() {
        let since = report.period.as_of.plus(1 - CAP_DAYS);
        let caps = caps_crossed(log, plan).into_iter().filter(|crossed| crossed.day >= since);
        found.extend(caps.take(CAPS_MAX).map(Alert::Cap));
    }
    found.sort_by_key(Alert::urgency);
    found.into_iter().map(|alert| Alerted { key: alert.key(log, plan, report), alert }).collect()
}

fn of_pool(plan: &Plan, report: &Report, index: usize, found: &mut Vec<Alert>) {
    let (rules, as_of) = (plan.alerts, report.period.as_of);
    let (pool, forecast) = (&report.pools[index], &report.forecasts[index]);
    let chance = forecast.run_out_now().and_then(|run_out| run_out.before_term_end);
    if let (Some(chance), Some(percent)) = (chance, rules.run_out_percent)
        && chance > percent / 100.0
    {
        found.push(Alert::RunOut { pool: index, chance, limit: percent / 100.0 });
    }
    if let (Some(balance), Some(limit)) = (pool.balance(), rules.balance_below)
        && balance < limit
    {
        found.push(Alert::BalanceBelow { pool: index, balance, limit });
    }
    let reached =
        forecast.tiers.iter().flatten().filter_map(|tier| tier.reached.map(|day| (tier.percent, day)));
    if let Some((percent, day)) = reached.max_by(|a, b| a.0.total_cmp(&b.0)) {
        found.push(Alert::Tier { pool: index, percent, day });
    }
    if let Some(pace) = forecast.pace.filter(|pace| pace.is_fast) {
        let (used_share, elapsed_share) = (pace.used_share, pace.elapsed_share);
        found.push(Alert::Pace { pool: index, used_share, elapsed_share });
    }
    if let Some(days) = rules.lapse_days {
        let limit = rules.lapse_tokens.unwrap_or_default();
        let near = |day: &Day| as_of < *day && *day <= as_of.plus(days);
        let lapses = lapses(report, index).into_iter();
        let large = lapses.filter(|(day, tokens)| near(day) && *tokens > limit);
        found.extend(large.map(|(day, tokens)| Alert::Lapse { pool: index, day, tokens }));
    }
    if let Some(percent) = rules.climb_percent
        && let Some((tokens, usual)) = climb(pool, as_of)
        && tokens.to_f64() > usual.to_f64() * (1.0 + percent / 100.0)
    {
        found.push(Alert::Climb { pool: index, tokens, usual });
    }
}

/// What lapses in the middle of the futures; where there are none, what the straight line leaves.
pub fn lapses(report: &Report, pool: usize) -> Vec<(Day, Tokens)> {
    let (line, forecast) = (&report.runouts[pool], &report.forecasts[pool]);
    match &forecast.now {
        Some(now) if forecast.silent.is_none() => now
            .lapses
            .iter()
            .map(|lapse| (lapse.day, Tokens::from_f64(libm::round(lapse.tokens.p50))))
            .filter(|(_, tokens)| tokens.is_positive())
            .collect(),
        _ => line.projection.iter().flat_map(|p| &p.lapses).map(|l| (l.day, l.tokens)).collect(),
    }
}

/// The last seven days and a usual week of the four before; `None` where those are not known.
fn climb(pool: &PoolAnalysis, as_of: Day) -> Option<(Tokens, Tokens)> {
    let first = pool.first_use?;
    (first <= as_of.plus(-34)).then(|| {
        let before = pool.used_between(as_of.plus(-34), as_of.plus(-7));
        (pool.used_between(as_of.plus(-6), as_of), before.scale_rounded(1, 4))
    })
}

/// Budgets that the running month or the one before it crossed, and those that the running month will
/// cross.
fn budgets(plan: &Plan, report: &Report) -> Vec<Alert> {
    if plan.budgets.is_empty() {
        return Vec::new();
    }
    let (this, then) = (report.period.as_of.month(), Then::of(plan, report));
    let mut found = Vec::new();
    for line in BudgetLine::all(plan, report).iter().filter(|line| line.is_known()) {
        let of = &line.budget.of;
        for month in [Month(this.0 - 1), this] {
            if let Some((tokens, budget)) = line.over_in(month) {
                found.push(Alert::Budget { of: of.clone(), month, tokens, budget });
            }
        }
        if let Some(chance) = line.chance(then.as_ref()).filter(|chance| *chance > AHEAD_CHANCE_MIN) {
            let budget = line.budget_of(this);
            found.push(Alert::BudgetAhead { of: of.clone(), month: this, chance, budget });
        }
    }
    found
}

impl Alert {
    fn urgency(&self) -> u8 {
        match self {
            Alert::RunOut { .. } => 0,
            Alert::BalanceBelow { .. } => 1,
            Alert::Pace { .. } => 2,
            Alert::Tier { .. } => 3,
            Alert::Lapse { .. } => 4,
            Alert::Budget { .. } => 5,
            Alert::BudgetAhead { .. } => 6,
            Alert::Climb { .. } => 7,
            Alert::Cap(_) => 8,
        }
    }

    /// The pool it is about.
    pub fn pool(&self) -> Option<usize> {
        match self {
            Alert::RunOut { pool, .. }
            | Alert::BalanceBelow { pool, .. }
            | Alert::Tier { pool, .. }
            | Alert::Pace { pool, .. }
            | Alert::Lapse { pool, .. }
            | Alert::Climb { pool, .. } => Some(*pool),
            Alert::Budget { .. } | Alert::BudgetAhead { .. } | Alert::Cap(_) => None,
        }
    }

    /// What of it, in which time, about whom: a dismissed alert comes back when any of them is new.
    fn key(&self, log: &Log, plan: &Plan, report: &Report) -> String {
        let pool = self.pool().and_then(|pool| report.pools[pool].name.as_deref()).unwrap_or_default();
        let term = plan.term_end.map_or_else(String::new, |end| end.to_string());
        let as_of = report.period.as_of;
        match self {
            Alert::RunOut { limit, .. } => format!("run_out:{term}:{:.0}:{pool}", limit * 100.0),
            Alert::BalanceBelow { limit, .. } => format!("balance:{term}:{:.0}:{pool}", limit.to_f64()),
            Alert::Tier { percent, .. } => format!("tier:{term}:{percent}:{pool}"),
            Alert::Pace { .. } => format!("pace:{term}:{pool}"),
            Alert::Lapse { day, .. } => format!("lapse:{day}:{pool}"),
            Alert::Budget { of, month, .. } => format!("budget:{month}:{}", whose(of)),
            Alert::BudgetAhead { of, month, .. } => format!("budget_ahead:{month}:{}", whose(of)),
            Alert::Climb { .. } => format!("climb:{}:{pool}", as_of.month()),
            Alert::Cap(CapCrossed { day, person, .. }) => match person {
                Some(person) => format!("cap:{day}:{}", log.people()[*person as usize].id),
                None => format!("cap:{day}:"),
            },
        }
    }
}

fn whose(of: &BudgetOf) -> String {
    match of {
        BudgetOf::Pool(name) => format!("pool:{}", name.as_deref().unwrap_or_default()),
        BudgetOf::Team(name) => format!("team:{name}"),
        BudgetOf::Project(name) => format!("project:{name}"),
    }
}
