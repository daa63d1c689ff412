//! Whose use it was, as CSV.

use super::cells::{Cell, Csv};
use crate::analysis::{ChargeBack, ChargeTo, Charged, Report};
use crate::plan::Plan;
use crate::usage::Log;

/// One line a department, cost centre, project or team and month, in the plan's currency and dialect.
pub fn charge_back_csv(log: &Log, report: Option<&Report>, to: ChargeTo, plan: &Plan) -> Vec<u8> {
    let mut csv = Csv::new(plan.csv);
    let unit = match to {
        ChargeTo::Department => "department",
        ChargeTo::CostCentre => "cost centre",
        ChargeTo::Project => "project",
        ChargeTo::Team => "team",
    };
    csv.header([unit, "month", "tokens", "amount", "currency"]);
    let found = report.map(|report| ChargeBack::of(log, &report.prices, to));
    if let Some(found) = &found {
        for part in &found.parts {
            let name = part.name.as_deref().unwrap_or("(unassigned)");
            let used = |charged: &&Charged| charged.tokens.0 != 0 || charged.amount.is_none_or(|a| a.0 != 0);
            for (month, charged) in found.months.iter().zip(&part.months).filter(|(_, c)| used(c)) {
                csv.line([
                    name.into(),
                    (&month.to_string()).into(),
                    Cell::micros(charged.tokens.0),
                    charged.amount.map_or(Cell::EMPTY, |amount| Cell::micros(amount.0)),
                    plan.currency().into(),
                ]);
            }
        }
    }
    csv.finish()
}
