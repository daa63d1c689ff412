//! Whose use it was, as CSV.

use super::cells::Csv;
use crate::analysis::{ChargeBack, ChargeTo, Charged, Report};
use crate::usage::{Log, number};

/// One line a department, cost centre, project or team and month.
pub fn charge_back_csv(log: &Log, report: Option<&Report>, to: ChargeTo, currency: &str) -> Vec<u8> {
    let mut csv = Csv::new();
    let unit = match to {
        ChargeTo::Department => "department",
        ChargeTo::CostCentre => "cost centre",
        ChargeTo::Project => "project",
        ChargeTo::Team => "team",
    };
    csv.line([unit, "month", "tokens", "amount", "currency"]);
    let found = report.map(|report| ChargeBack::of(log, &report.prices, to));
    if let Some(found) = &found {
        for part in &found.parts {
            let name = part.name.as_deref().unwrap_or("(unassigned)");
            let used = |charged: &&Charged| charged.tokens.0 != 0 || charged.amount.is_none_or(|a| a.0 != 0);
            for (month, charged) in found.months.iter().zip(&part.months).filter(|(_, c)| used(c)) {
                let amount = charged.amount.map_or(String::new(), |amount| number(amount.0).to_string());
                csv.line([
                    name,
                    &month.to_string(),
                    &number(charged.tokens.0).to_string(),
                    &amount,
                    currency,
                ]);
            }
        }
    }
    csv.finish()
}
