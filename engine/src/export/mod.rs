//! The same results as files: JSON and CSV.

mod findings;
mod months;
mod pools;
mod results;

pub use findings::{AllFindings, all_findings, findings_csv};
pub use months::months_csv;
pub use results::results_json;
