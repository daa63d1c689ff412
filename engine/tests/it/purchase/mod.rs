//! What to buy: quantities, the true-up, the renewal against brute force, what clauses are worth.

mod desk;
mod example;
mod renewal;
mod sizes;
mod true_up;

use crate::sheet::{log, plan};
use engine::analysis::Report;
use engine::analysis::purchase::{Needs, Purchase};
use engine::plan::Plan;

/// The purchases of a sheet as things are.
pub fn purchase(sheet: &str, plan: &Plan) -> Purchase {
    let report = Report::of(&log(&[sheet]), plan, None).expect("the sheet has use");
    Purchase::of(plan, &report, None)
}

/// The needs of a few futures, told by day: tokens a day each.
pub fn needs(futures: &[Vec<f64>], packs: f64) -> Needs {
    let days = futures[0].len();
    let mut needs = Needs { count: futures.len(), days, short: vec![], foreseen: vec![], gross: vec![] };
    for future in futures {
        let mut used = 0.0;
        for (day, tokens) in future.iter().enumerate() {
            used += tokens;
            let short = f64::max(used - packs, 0.0);
            let rest = used / (day + 1) as f64 * (days - 1 - day) as f64;
            needs.short.push(short as f32);
            needs.foreseen.push((short + (rest - (packs - used).max(0.0)).max(0.0)) as f32);
        }
        needs.gross.push(used as f32);
    }
    needs
}

/// A plan with a token price of 3.
pub fn priced(fields: &str) -> Plan {
    plan(&format!("\"token_price\": 3{}{fields}", if fields.is_empty() { "" } else { ", " }))
}
