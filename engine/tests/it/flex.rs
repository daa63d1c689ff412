//! The charge rule: the published examples, then corners, then laws.

use engine::rules::{Idle, Session, Stretch, use_of, windows};
use engine::usage::Day;
use proptest::prelude::*;

const MINUTE: i64 = 60;
const HOUR: i64 = 3_600;
const DAY: i64 = 86_400;

/// `Mon 08:00-Mon 17:00`, in a week that begins on Monday 2026-03-02; `idle 90` adds idle minutes.
fn sessions(text: &str) -> Vec<Session> {
    let time = |text: &str| {
        let (day, clock) = text.trim().split_once(' ').expect("a day and a time");
        let day = engine::usage::WEEKDAYS.iter().position(|name| *name == day).expect("a weekday") as i64;
        let (hour, minute) = clock.split_once(':').expect("hours and minutes");
        let monday = i64::from(Day::from_ymd(2026, 3, 2).expect("a day").0) * DAY;
        let number = |text: &str| text.parse::<i64>().expect("a number");
        monday + day * DAY + number(hour) * HOUR + number(minute) * MINUTE
    };
    text.split(',')
        .filter(|text| !text.trim().is_empty())
        .map(|text| {
            let (span, idle) =
                text.split_once("idle").map_or((text, None), |(span, idle)| (span, Some(idle)));
            let (start, end) = span.split_once('-').expect("a span");
            let idle = idle.map_or(Idle::Unknown, |minutes| {
                Idle::Seconds(minutes.trim().parse::<i64>().expect("minutes") * MINUTE)
            });
            Session { open: Stretch { start: time(start), end: time(end) }, idle }
        })
        .collect()
}

/// Windows as `Mon 08:00`, with a `+` where use simply went on.
fn told(sessions: &[Session]) -> String {
    let monday = i64::from(Day::from_ymd(2026, 3, 2).expect("a day").0) * DAY;
    let windows: Vec<String> = windows(sessions)
        .iter()
        .map(|window| {
            let since = window.opened - monday;
            let day = engine::usage::WEEKDAYS[(since / DAY) as usize];
            let sign = if window.carried_on { "+" } else { "" };
            format!("{day} {:02}:{:02}{sign}", since % DAY / HOUR, since % HOUR / MINUTE)
        })
        .collect();
    windows.join(", ")
}

#[test]
fn sessions_open_the_windows_that_are_charged() {
    for (name, given, expected) in [
        (
            "published: two days of AutoCAD",
            "Mon 08:00-Mon 17:00, Tue 07:00-Tue 17:00",
            "Mon 08:00, Tue 08:00+",
        ),
        ("published: left open overnight is one charge", "Mon 19:00-Tue 17:00", "Mon 19:00"),
        ("re-opening inside the window is free", "Mon 08:00-Mon 09:00, Mon 20:00-Mon 22:00", "Mon 08:00"),
        ("open past 24 hours is a second charge", "Mon 19:00-Tue 19:01", "Mon 19:00, Tue 19:00+"),
        ("exactly 24 hours is one", "Mon 19:00-Tue 19:00", "Mon 19:00"),
        ("over a weekend", "Fri 09:00-Sun 10:00", "Fri 09:00, Sat 09:00+, Sun 09:00+"),
        ("under five minutes costs nothing", "Mon 08:00-Mon 08:04", ""),
        ("exactly five counts", "Mon 08:00-Mon 08:05", "Mon 08:00"),
        ("two short ones that touch are one launch", "Mon 08:00-Mon 08:03, Mon 08:03-Mon 08:06", "Mon 08:00"),
        ("two short ones apart are free", "Mon 08:00-Mon 08:03, Mon 08:04-Mon 08:07", ""),
        (
            "a short rest past the window's end counts",
            "Mon 08:00-Mon 09:00, Tue 07:00-Tue 08:02",
            "Mon 08:00, Tue 08:00+",
        ),
        (
            "overlap on two machines is one use",
            "Mon 08:00-Mon 12:00, Mon 10:00-Tue 09:00",
            "Mon 08:00, Tue 08:00+",
        ),
        ("zero length is nothing", "Mon 08:00-Mon 08:00", ""),
        ("ending before the start is nothing", "Mon 09:00-Mon 08:00", ""),
        ("order does not matter", "Tue 07:00-Tue 17:00, Mon 08:00-Mon 17:00", "Mon 08:00, Tue 08:00+"),
        ("idle overnight does not pay twice", "Mon 19:00-Tue 20:00 idle 600", "Mon 19:00"),
        ("fifteen idle minutes are use", "Mon 19:00-Tue 19:10 idle 15", "Mon 19:00, Tue 19:00+"),
        ("idle longer than the session leaves fifteen minutes", "Mon 19:00-Mon 21:00 idle 999", "Mon 19:00"),
    ] {
        assert_eq!(told(&sessions(given)), expected, "{name}");
    }
}

#[test]
fn work_after_an_idle_night_is_charged_when_it_resumes() {
    let mut session = sessions("Mon 08:00-Tue 17:00").remove(0);
    let start = session.open.start;
    session.idle = Idle::Stretches(vec![Stretch { start: start + 9 * HOUR, end: start + 25 * HOUR }]);
    assert_eq!(told(&[session.clone()]), "Mon 08:00, Tue 09:00");
    session.idle = Idle::Unknown;
    assert_eq!(told(&[session]), "Mon 08:00, Tue 08:00+");
}

/// Sessions on a grid of ten minutes over a week, some with idle time.
fn any_sessions() -> impl Strategy<Value = Vec<Session>> {
    let idle = prop_oneof![
        Just(Idle::Unknown),
        (0..200_i64).prop_map(|minutes| Idle::Seconds(minutes * 10 * MINUTE)),
    ];
    let session = (0..900_i64, -2..300_i64, idle).prop_map(|(start, length, idle)| Session {
        open: Stretch { start: start * 10 * MINUTE, end: (start + length) * 10 * MINUTE },
        idle,
    });
    proptest::collection::vec(session, 0..12)
}

/// Everything in random weeks lies on this grid: sessions on ten minutes, idle grace on fifteen.
const CELL: i64 = 5 * MINUTE;

/// The least number of windows that cover the use, found without being clever: from every first
/// uncovered cell on, try every window that covers it and starts on the grid.
fn least_windows(used: &[Stretch]) -> usize {
    let cells: Vec<i64> = used.iter().flat_map(|s| (s.start / CELL)..(s.end / CELL)).collect();
    let window = DAY / CELL;
    // fewest[i]: windows that cover cells i.. ; a window may start anywhere that covers cell i.
    let mut fewest = vec![0; cells.len() + 1];
    for i in (0..cells.len()).rev() {
        fewest[i] = (cells[i] - window + 1..=cells[i])
            .map(|start| 1 + fewest[cells.partition_point(|cell| *cell < start + window)])
            .min()
            .unwrap_or(1);
    }
    fewest[0]
}

proptest! {
    #[test]
    fn charges_are_the_least_number_of_windows_that_cover_the_use(sessions in any_sessions()) {
        let charged = windows(&sessions);
        let used = use_of(&sessions);
        prop_assert_eq!(charged.len(), least_windows(&used));
        prop_assert_eq!(
            charged.iter().map(|window| window.used).sum::<i64>(),
            used.iter().map(Stretch::seconds).sum::<i64>()
        );
        for pair in charged.windows(2) {
            prop_assert!(pair[1].opened >= pair[0].opened + DAY);
        }
    }

    #[test]
    fn more_use_never_costs_less(sessions in any_sessions(), more in any_sessions()) {
        let mut all = sessions.clone();
        all.extend(more);
        prop_assert!(windows(&all).len() >= windows(&sessions).len());
    }

    #[test]
    fn splitting_a_session_in_two_that_touch_changes_nothing(sessions in any_sessions(), at in 1..300_i64) {
        let split: Vec<Session> = sessions
            .iter()
            .flat_map(|session| {
                let middle = session.open.start + at * 10 * MINUTE;
                if session.idle != Idle::Unknown || middle >= session.open.end {
                    return vec![session.clone()];
                }
                let part = |start, end| Session { open: Stretch { start, end }, idle: Idle::Unknown };
                vec![part(session.open.start, middle), part(middle, session.open.end)]
            })
            .collect();
        prop_assert_eq!(windows(&split), windows(&sessions));
    }

    #[test]
    fn idle_awareness_never_costs_more(sessions in any_sessions()) {
        let unaware: Vec<Session> =
            sessions.iter().map(|s| Session { idle: Idle::Unknown, ..s.clone() }).collect();
        prop_assert!(windows(&sessions).len() <= windows(&unaware).len());
    }
}
