//! Robust statistics on small series. Transcendental functions go through libm, so that the number
//! in a test is the number in the browser.

/// The median; the mean of the middle two of an even number. `None` of nothing.
pub fn median(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    if sorted.is_empty() {
        None
    } else if sorted.len() % 2 == 1 {
        Some(sorted[middle])
    } else {
        Some((sorted[middle - 1] + sorted[middle]) / 2.0)
    }
}

/// Theil–Sen: the median of the slopes between all pairs. `None` of fewer than two values.
pub fn theil_sen(values: &[f64]) -> Option<f64> {
    let slopes: Vec<f64> = (0..values.len())
        .flat_map(|i| (i + 1..values.len()).map(move |j| (values[j] - values[i]) / (j - i) as f64))
        .collect();
    median(&slopes)
}

/// Mann–Kendall: the two-sided chance that a series without trend looks so much like one; ties are
/// corrected for, and the normal approximation is used (good from ten values on).
pub fn mann_kendall_p(values: &[f64]) -> f64 {
    let n = values.len() as f64;
    let mut s = 0.0_f64;
    for i in 0..values.len() {
        for j in i + 1..values.len() {
            s += match values[j].total_cmp(&values[i]) {
                std::cmp::Ordering::Greater => 1.0,
                std::cmp::Ordering::Less => -1.0,
                std::cmp::Ordering::Equal => 0.0,
            };
        }
    }
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let ties: f64 = sorted
        .chunk_by(|a, b| a == b)
        .map(|group| {
            let t = group.len() as f64;
            t * (t - 1.0) * (2.0 * t + 5.0)
        })
        .sum();
    let variance = (n * (n - 1.0) * (2.0 * n + 5.0) - ties) / 18.0;
    if variance <= 0.0 || s == 0.0 {
        return 1.0;
    }
    let z = (s.abs() - 1.0) / libm::sqrt(variance);
    libm::erfc(z / std::f64::consts::SQRT_2)
}
