//! The article's table as CSV: month, tokens, cumulative percent, projected run-out.

use super::cells::Csv;
use crate::analysis::Report;
use crate::usage::Tokens;

/// The table of all pools (RFC 4180) with a byte-order mark, which Excel needs to see UTF-8.
pub fn months_csv(report: Option<&Report>) -> Vec<u8> {
    let mut csv = Csv::new();
    csv.line([
        "pool",
        "month",
        "tokens",
        "cumulative_tokens",
        "cumulative_percent",
        "low",
        "high",
        "projected_run_out",
    ]);
    let tokens = |tokens: Tokens| format!("{:.2}", tokens.to_f64());
    for (pool, forecast) in report.iter().flat_map(|report| report.pools.iter().zip(&report.forecasts)) {
        for row in &forecast.months {
            let month = format!("{}{}", row.month, if row.forecast { " (forecast)" } else { "" });
            csv.line([
                pool.name.as_deref().unwrap_or_default(),
                &month,
                &tokens(row.tokens),
                &tokens(row.cumulative),
                &row.cumulative_percent.map(|percent| format!("{percent:.1}")).unwrap_or_default(),
                &tokens(row.cumulative_range.0),
                &tokens(row.cumulative_range.1),
                &row.projected_run_out.map(|day| day.to_string()).unwrap_or_default(),
            ]);
        }
    }
    csv.finish()
}
