//! The same results as files: JSON and CSV.

mod charge_back;
mod findings;
mod results;
mod sums;

pub use charge_back::charge_back_csv;
pub use findings::{AllFindings, all_findings, findings_csv};
pub use results::results_json;
