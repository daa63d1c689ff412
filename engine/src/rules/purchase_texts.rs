//! The rules about what-ifs, purchases and alerts, in words.

use super::Rule;
use super::catalog::{FLEXGAUGE, ROWS};

/// Name, what it says, source; `None` for a rule that is not about these.
pub(super) fn text(rule: Rule) -> Option<(&'static str, &'static str, &'static str)> {
    Some(match rule {
        Rule::NowThen => (
            "Now and then",
            "What the plan’s accepted moves, shares of habits and busy periods lead to, on the same \
             2,000 futures. What moves and habits would have taken out of each past day is smoothed as \
             the pool’s use is; each coming weekday keeps the share that is left. Busy periods come on \
             top. A year’s tokens: what they would have taken in the last 365 covered days, and what \
             busy periods add within 365 days on average. Money: these tokens at the token price, and \
             the price of the seats. Days: how far the middle run-out moves.",
            FLEXGAUGE,
        ),
        Rule::TrueUp => (
            "True-up",
            "The smallest quantity that can be bought with which at least the wanted part of the \
             futures (90 % unless you set it) reach the term’s last day, pool by pool. Its tokens \
             are counted from the order day on (from tomorrow where that has passed, or where too \
             many futures would be short before it), for a year or to the term’s end where that \
             is later. Pools whose balance is not known are not in the sum. Pack sizes combine; \
             without any, every quantity from 33 on can be bought.",
            FLEXGAUGE,
        ),
        Rule::TrueUpPrice => (
            "Cost of the true-up",
            "The tokens at the true-up price of the plan, else at the token price; a volume price that \
             the quantity reaches counts where it is lower.",
            "your plan",
        ),
        Rule::LatePrice => (
            "Cost if late",
            "The same tokens at the late price of the plan; where it has none, 1.2 times the token \
             price, which is a guess.",
            "your plan, else a guess (check this)",
        ),
        Rule::StopCost => (
            "What a stop costs",
            "Days from the middle run-out to the term’s end (from the early one where the middle future \
             lasts), times the people with a charge in the last 28 days. In money: the missing tokens at \
             the plan’s cost of a missing token.",
            FLEXGAUGE,
        ),
        Rule::RenewalTokens => (
            "Tokens for the next term",
            "The quantity of least expected cost over the futures of the next term, net of packs that \
             are still valid and of what the true-up leaves: the purchase (with volume prices) and what \
             is bought later. A shortage counts as foreseeable where, on the last day to order for it, \
             going on as in the 28 days before would have used everything up before the term’s end: \
             such a top-up costs the true-up price (without a clause the plan’s, else the late price). \
             Any other costs the late price and the cost of a stop. Never with more than a 10 % chance \
             of a stop before a top-up can arrive. With one early and one late price and nothing else \
             it covers 1 − early ÷ late of the futures.",
            FLEXGAUGE,
        ),
        Rule::OverUnder => (
            "Too much, too little",
            "Averages over the futures: what is left over, at the price of the purchase, less what a \
             clause credits; and what is bought later.",
            FLEXGAUGE,
        ),
        Rule::ClauseWorth => (
            "What a clause is worth",
            "The least expected cost of the next term without the clause less that with it, on the same \
             futures, all else as the plan says. Roll-over: leftovers are credited up to what the \
             following term needs. Longer validity: up to what it needs in the days gained (90 unless \
             you set them). Grace: a shortage’s first days (30 unless you set them) at the early price.",
            FLEXGAUGE,
        ),
        Rule::LicenceBudget => (
            "Licence budget",
            "This year: packs that start in the term and the true-up. Next year: the purchase at \
             renewal and the subscriptions of accepted moves; on top, on average over the futures, what \
             is bought later; at most, in nine of ten futures, with what must then be bought later. Seats \
             that people have already are left out of both.",
            "your plan and the forecast",
        ),
        Rule::BoughtAsBefore => (
            "Against buying as before",
            "The expected cost of the next term with as many tokens as the packs that start in this \
             term hold, less the least expected cost.",
            FLEXGAUGE,
        ),
        Rule::Budget => (
            "Monthly budget",
            "Tokens of the month against the plan’s budget: of a pool, of a team of the export, else of \
             a department of the people sheet, or of a project of the people sheet. Where a budget \
             names another amount for a busy period, the month counts by days: on each day of the \
             period that amount ÷ the days of the month, on every other day the usual amount ÷ the \
             days of the month; on a day of several periods the largest amount. How likely a period \
             is and what it adds to use changes no budget. A month that the term covers in part counts \
             with its days in the term. It is passed when more is used; the running month and the one \
             before are looked at. A month ahead shows the middle of the pool’s futures, with the \
             changes you stated.",
            "your plan and your rows",
        ),
        Rule::BudgetChance => (
            "Chance to pass a month’s budget",
            "The part of the pool’s 2,000 futures, with the moves, habits and busy periods of the plan, \
             in which the tokens used so far this month and those of its remaining days are more than \
             the month’s budget. Said at the top of the Overview when it is more than half of them. A \
             department or project that has no pool of its own has no futures, hence no chance.",
            FLEXGAUGE,
        ),
        Rule::SuddenClimb => (
            "Sudden climb",
            "Tokens of the last seven days against a usual week of the four weeks before.",
            ROWS,
        ),
        Rule::SavingsShown => (
            "Savings shown by the rows",
            "What an accepted move was to save when a review first recorded it, less what the person \
             still used on Flex since then of the products the seats cover, as a year, at the token \
             price. Counted from 28 days after that review’s last day of rows on, while the move stands.",
            FLEXGAUGE,
        ),
        _ => return None,
    })
}
