//! The same results as files: JSON, CSV and text.

mod allocation;
mod budgets;
mod calendar;
mod cells;
mod charge_back;
pub mod drafts;
mod findings;
mod ics;
mod months;
mod moves;
mod names;
mod pools;
mod purchase;
mod purchase_text;
mod results;
mod sums;

pub use budgets::budgets_csv;
pub use calendar::calendar_ics;
pub use charge_back::charge_back_csv;
pub use findings::{AllFindings, all_findings, findings_csv};
pub use months::months_csv;
pub use moves::{moves_csv, moves_text, unassign_csv, unassign_text};
pub use names::Names;
pub use purchase_text::purchase_text;
pub use results::results_json;
