//! The rules about what stands out in usage, in words.

use super::Rule;
use super::catalog::FLEXGAUGE;

/// Name, what it says, source; `None` for a rule that is not about these.
pub(super) fn text(rule: Rule) -> Option<(&'static str, &'static str, &'static str)> {
    Some(match rule {
        Rule::EqualWorkingDays => (
            "At equal working days",
            "What the later time would have used at the earlier’s tokens per working day: its \
             tokens × working days after ÷ working days before. Working days are Monday to \
             Friday, less the plan’s holidays.",
            FLEXGAUGE,
        ),
        Rule::Spike => (
            "Spike",
            "A day at least half as much again as, and at least 30 tokens above, what the same \
             weekday of the four weeks before and after used (the larger of the two medians), \
             and further above it than 4.5 robust standard deviations (from the median absolute \
             deviation, never below what charges by chance give). On random series without \
             spikes fewer than 5 in 100 show one in a year.",
            FLEXGAUGE,
        ),
        Rule::Climb => (
            "Steady climb",
            "The median of the slopes between all pairs of the last weeks, at most 26 \
             (Theil–Sen). Shown where chance would hardly do it (Mann–Kendall, p under 0.005) \
             and it comes to at least 15 % of the usual week over the weeks looked at.",
            FLEXGAUGE,
        ),
        Rule::Caps => (
            "Crossed cap",
            "More tokens of one person, or of everybody together, on one day than the plan’s \
             cap allows.",
            "your plan",
        ),
        _ => return None,
    })
}
