//! The charge rule of the enterprise agreement.

use engine::rules::{EbaDay, Stretch, eba_days};
use engine::usage::ChargeCategory::{Casual, Charged, Free};
use engine::usage::{ChargeCategory, Day};
use proptest::prelude::*;

const DAY: i64 = 86_400;

fn told(sessions: &[(i64, i64)], offset: i32) -> Vec<(i32, usize, ChargeCategory)> {
    let sessions: Vec<Stretch> =
        sessions.iter().map(|(start, end)| Stretch { start: *start, end: *end }).collect();
    let days = eba_days(&sessions, offset);
    days.iter().map(|EbaDay { day: Day(day), session, category }| (*day, *session, *category)).collect()
}

#[test]
fn the_first_long_session_of_a_day_is_charged() {
    // Two minutes, an hour, another hour.
    assert_eq!(
        told(&[(0, 120), (3600, 7200), (9000, 12_600)], 0),
        [(0, 0, Casual), (0, 1, Charged), (0, 2, Free)]
    );
    // Exactly five minutes count.
    assert_eq!(told(&[(0, 299), (400, 700)], 0), [(0, 0, Casual), (0, 1, Charged)]);
}

#[test]
fn a_day_is_that_of_the_servers_calendar() {
    // 23:00 to 01:00 UTC: two days in UTC, one in California.
    assert_eq!(told(&[(23 * 3600, 25 * 3600)], 0), [(0, 0, Charged), (1, 0, Charged)]);
    assert_eq!(told(&[(23 * 3600, 25 * 3600)], -8 * 3600), [(0, 0, Charged)]);
    // A session that ends at midnight is not on the day that begins.
    assert_eq!(told(&[(12 * 3600, DAY)], 0), [(0, 0, Charged)]);
}

#[test]
fn an_inverted_session_is_none() {
    assert_eq!(told(&[(3600, 0)], 0), []);
    assert_eq!(told(&[(3600, 3600)], 0), [(0, 0, Casual)]);
}

proptest! {
    #[test]
    fn each_day_with_a_long_session_is_charged_once(
        sessions in proptest::collection::vec((0..5 * DAY, 0..2 * DAY), 0..12),
        offset in -12..14_i32,
    ) {
        let sessions: Vec<(i64, i64)> = sessions.iter().map(|(start, length)| (*start, start + length)).collect();
        let days = told(&sessions, offset * 3600);
        let mut charged: Vec<i32> = days.iter().filter(|day| day.2 == Charged).map(|day| day.0).collect();
        let mut long: Vec<i32> = sessions
            .iter()
            .filter(|(start, end)| end - start >= 300)
            .flat_map(|(start, end)| (*start..*end).step_by(60).chain([end - 1]))
            .map(|second| (second + i64::from(offset) * 3600).div_euclid(DAY) as i32)
            .collect();
        charged.sort_unstable();
        long.sort_unstable();
        long.dedup();
        prop_assert_eq!(charged, long);
    }
}
