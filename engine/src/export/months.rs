//! The article's table as CSV: month, tokens, cumulative percent, projected run-out.

use super::cells::{Cell, Csv};
use crate::analysis::Report;
use crate::plan::CsvForm;
use crate::usage::Tokens;

/// The table of all pools, in this dialect.
pub fn months_csv(report: Option<&Report>, form: CsvForm) -> Vec<u8> {
    let mut csv = Csv::new(form);
    csv.header([
        "pool",
        "month",
        "tokens",
        "cumulative_tokens",
        "cumulative_percent",
        "low",
        "high",
        "projected_run_out",
    ]);
    let tokens = |tokens: Tokens| Cell::decimals(tokens.to_f64(), 2);
    for (pool, forecast) in report.iter().flat_map(|report| report.pools.iter().zip(&report.forecasts)) {
        for row in &forecast.months {
            let month = format!("{}{}", row.month, if row.forecast { " (forecast)" } else { "" });
            let run_out = row.projected_run_out.map(|day| day.to_string()).unwrap_or_default();
            csv.line([
                pool.name.as_deref().unwrap_or_default().into(),
                (&month).into(),
                tokens(row.tokens),
                tokens(row.cumulative),
                row.cumulative_percent.map_or(Cell::EMPTY, |percent| Cell::decimals(percent, 1)),
                tokens(row.cumulative_range.0),
                tokens(row.cumulative_range.1),
                (&run_out).into(),
            ]);
        }
    }
    csv.finish()
}
