//! The forecast's rules in words.

use super::Rule;
use super::catalog::{FLEXGAUGE, ROWS};

/// Name, words and source of a rule about what lies ahead.
pub(super) fn text(rule: Rule) -> Option<(&'static str, &'static str, &'static str)> {
    Some(match rule {
        Rule::RunOut => (
            "Run-out date",
            "The first day on which the balance is below what the day needs, in the middle of \
             2,000 futures; a tenth of them are out by the early end of the range, nine \
             tenths by the late end. Each future goes on from a level, the mean of two \
             smoothings of the weeks: one keeps 40 % of each week’s surprise, one 15 %. It \
             lets weeks differ from it by as many tokens as past weeks did, in proportion to \
             the square root of the level, since few tokens scatter more than many; spreads \
             them over the days as the last eight weeks did, knows the plan’s days off and, \
             after two years, the months (the burn rate, where it is used, knows the days \
             off); then it goes through your packs with their ends. The range is made as many \
             times wider (or narrower, from half to twice) as would have made past ranges \
             hold eight times of ten. No trend is carried on. Under six weeks of rows no date \
             is given; under thirteen it is rough.",
            FLEXGAUGE,
        ),
        Rule::RunOutChance => (
            "Chance of a run-out in the term",
            "The part of the 2,000 futures that is out on or before the term’s last day.",
            FLEXGAUGE,
        ),
        Rule::StraightLine => (
            "Straight line",
            "The first day on which the balance is below what the day needs, if every day \
             needs the burn rate. It knows no weekends, holidays or busy weeks, and no range. \
             Of a monthly sheet: the tokens of each row are spread over the days since the \
             row before, and the last three months are the burn rate (without the first row \
             where it may tell of earlier months). The range is how far the rows differ in \
             tokens a day, at least a tenth to either side; it is always rough. A straight \
             line knows no busy autumn either. The article’s example, 5,000 tokens of a year \
             with 500 used by the end of January, 1,800 by April and 3,200 by July (10, 36 \
             and 64 %), ends in late November on this line. The article says October: for \
             that, use would have to rise after July. Its own figure for October, 4,800 of \
             5,000 (96 %), is nearly empty, not empty.",
            FLEXGAUGE,
        ),
        Rule::Backtest => (
            "Past forecasts",
            "Forecasts of 90 days (30 where your rows are short), made every four weeks from only \
             what was known on that day, against what came: the sum of the errors divided by the \
             sum of what came, and how often the 80 % range held. The 28-day burn rate is tried \
             on the same days; where its errors were smaller by more than a tenth over three \
             forecasts or more, in these sums and in those of the first 30 days, it is used.",
            ROWS,
        ),
        Rule::Tier => (
            "Tiers",
            "The day on which so many percent of the term’s tokens are used: tokens left when \
             the term began, without what lapsed on its eve, and packs that start in it. \
             Where a balance you entered is the first that is known of the term: that and \
             what was used in the term before it. A term that lies ahead begins with the \
             middle of what the futures leave for it. A purchase during the term enlarges the \
             total; a tier that was crossed stays crossed. Ahead: the middle of the futures, \
             within the term.",
            "the source article’s 25, 50 and 75 %",
        ),
        Rule::OrderBy => (
            "Order by",
            "The early end of the run-out range (a tenth of the futures are out) less the days \
             from an order to its tokens. Days of grace do not move it. Where the term ends \
             first, the renewal brings the tokens and there is no such day.",
            "the source article’s one to two months; 60 days unless you set them",
        ),
        Rule::Pace => (
            "Pace",
            "The used part of the term’s tokens against the passed part of its days. It warns \
             from 1.4 times on, once a tenth of the term has passed: 70 % used by mid-year.",
            "the source article, generalised",
        ),
        Rule::BusyPeriod => (
            "Busy period",
            "Tokens used in the period against what the eight weeks before it would have led \
             to. Days in a busy period are left out of the usual level; the other days of \
             such a week stand for all of it, as the weekdays usually share it. Tokens a day \
             that you state of a period ahead are the whole firm’s: each pool gets its part \
             of all usual use. Percent hold for every pool.",
            ROWS,
        ),
        _ => return None,
    })
}
