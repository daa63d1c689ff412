//! Whose use it was, as CSV.

use super::findings::harmless;
use crate::analysis::{ChargeBack, ChargeTo, Charged, Report};
use crate::usage::{Log, number};

/// One line a department, cost centre, project or team and month (RFC 4180, with a byte-order mark,
/// which Excel needs to see UTF-8).
pub fn charge_back_csv(log: &Log, report: Option<&Report>, to: ChargeTo, currency: &str) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    let mut write = |record: [&str; 5]| {
        // Writing to memory cannot fail.
        let _ = writer.write_record(record);
    };
    let unit = match to {
        ChargeTo::Department => "department",
        ChargeTo::CostCentre => "cost centre",
        ChargeTo::Project => "project",
        ChargeTo::Team => "team",
    };
    write([unit, "month", "tokens", "amount", "currency"]);
    let found = report.map(|report| ChargeBack::of(log, &report.prices, to));
    if let Some(found) = &found {
        for part in &found.parts {
            let name = harmless(part.name.as_deref().unwrap_or("(unassigned)"));
            let used = |charged: &&Charged| charged.tokens.0 != 0 || charged.amount.is_none_or(|a| a.0 != 0);
            for (month, charged) in found.months.iter().zip(&part.months).filter(|(_, c)| used(c)) {
                let amount = charged.amount.map_or(String::new(), |amount| number(amount.0).to_string());
                write([&name, &month.to_string(), &number(charged.tokens.0).to_string(), &amount, currency]);
            }
        }
    }
    writer.into_inner().unwrap_or_default()
}
