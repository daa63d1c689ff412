//! The rules about habits, in words.

use super::Rule;
use super::catalog::{AUTODESK, FLEXGAUGE, ROWS};

const ROWS_OR_TIMES: &str =
    "Flexgauge’s own definition; exact with session times, else inferred from daily rows";

/// Name, what it says, source; nothing for a rule that is not about habits.
pub(super) fn text(rule: Rule) -> Option<(&'static str, &'static str, &'static str)> {
    Some(match rule {
        Rule::SeveralProducts => (
            "Several products on one day",
            "Each product is charged on its own, even where one opens the other. For every person and day \
             with charges for several products: all tokens but those of the dearest product. This is what \
             the habit costs, not what could be saved: some of these days need both products.",
            "Autodesk’s help pages on Flex; the count is of daily charges",
        ),
        Rule::SeatHolder => (
            "On Flex despite a seat",
            "Charges of a product on days on which the person has a seat for it, by the plan’s seats or \
             between the first and the last of their subscription rows. The assignment is wrong, or \
             another sign-in was used. It can be told where seats are known.",
            AUTODESK,
        ),
        Rule::LeftOpen => (
            "Left open",
            "A product that stays open costs a further charge when its 24 hours end and it is still in use. \
             With session times: windows opened by a session that was still open, with no use in them \
             where idle times are known; where they are not, after eight hours open without a break, and \
             then it is an upper bound. From daily rows it is inferred: charges on days that are not \
             worked, inside a run of charges of the product on at least four consecutive days that began \
             before them and went on after them, by people who otherwise are charged on fewer than one \
             such day in ten. Closing saves nothing else: a launch costs its day at once.",
            AUTODESK,
        ),
        Rule::OldVersion => (
            "Old versions",
            "Of what was left open, the part on versions that do not go idle, which go on charging every 24 \
             hours. From which version on a product goes idle is asked, not assumed: without an answer \
             nothing is said.",
            AUTODESK,
        ),
        Rule::Weekend => (
            "Weekends",
            "Charges on days that the plan does not count as worked. Days are UTC days: a Friday evening in \
             America is a Saturday here.",
            ROWS,
        ),
        Rule::EveryDay => (
            "Every day",
            "People with charges of a product on at least 80 % of the working days between their first and \
             their last: their charge days beyond three a week (editable), Monday to Sunday, the first \
             days of the week staying. Only of people for whom no subscription would be cheaper: those \
             are better moved.",
            ROWS_OR_TIMES,
        ),
        Rule::ShortVisits => (
            "Short visits",
            "Windows of 24 hours with less than 30 minutes of use in all. What helps is not opening, or \
             gathering the peeks into fewer days. Only session times tell it.",
            FLEXGAUGE,
        ),
        Rule::HalfDays => (
            "Half days",
            "Two windows on consecutive days, each opened by a launch, that one would cover if the first had \
             begun later: the use of the first day takes at most six hours, and the use of the next window ends within 24 and six \
             hours of the first’s beginning. The second of the two is counted, and each window in one \
             pair only. Only session times tell it, and no enterprise agreement has it: its days are \
             calendar days.",
            FLEXGAUGE,
        ),
        Rule::HabitSaving => (
            "Saved by changing a habit",
            "What the habit costs alone counts every charge that shows it. For savings each charge counts \
             once: first for an accepted move, then for the first that fits of: on Flex despite a seat, old \
             versions, left open, weekends, several products, half days, short visits, every day. What is \
             saved is the habit’s own charges × how much of it could change. Nothing is saved until you say \
             so.",
            FLEXGAUGE,
        ),
        Rule::ActiveDay => (
            "Tokens per active day",
            "Tokens charged in the last 91 days, divided by the days of a person with a charge in them; a \
             team’s active days are those of its people added up. Compared with the 91 days before. Who has \
             fewer than ten active days (editable) is not listed, so that absence is not praised. It \
             compares people only with the rates of their own products in mind.",
            FLEXGAUGE,
        ),
        _ => return None,
    })
}
