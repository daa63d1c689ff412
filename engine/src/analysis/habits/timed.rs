//! What session times tell: windows left open, short visits, half days.

use super::Habit;
use super::flags::HabitSet;
use crate::analysis::rates::is_aware;
use crate::plan::Plan;
use crate::rules::{Idle, Session as FlexSession, Stretch, WINDOW_SECONDS, Window, use_of, windows};
use crate::usage::{Access, Day, Log, Session};

/// A window with less use is a short visit: half an hour.
pub const SHORT_VISIT_SECONDS_MAX: i64 = 1_800;
/// Open so long without a break when the window opens: eight hours.
pub const UNBROKEN_SECONDS_MIN: i64 = 8 * 3_600;
/// The most that the first day's use of two half days may take, and by how much later it may have begun.
pub const HALF_DAY_SECONDS: i64 = 6 * 3_600;

const SECONDS_A_DAY: i64 = 86_400;

/// What times are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Times {
    /// Some charges have sessions.
    pub any: bool,
    /// Some of them are windows of 24 hours, not calendar days.
    pub any_windows: bool,
    /// All charges of people have sessions.
    pub all_charges: bool,
    /// All sessions have idle times.
    pub all_idle: bool,
}

/// Marks what sessions tell, and says what they are.
pub fn find(log: &Log, plan: &Plan, sets: &mut [HabitSet]) -> Times {
    let nothing = Times { any: false, any_windows: false, all_charges: false, all_idle: true };
    if log.files().iter().all(|file| !file.has_sessions) {
        return nothing;
    }
    let has_times = |charge: &u32| log.files()[log.entries()[*charge as usize].file as usize].has_sessions;
    let charges = || (0..log.people().len() as u32).flat_map(|person| log.charges_of(person));
    if !charges().any(has_times) {
        return nothing;
    }
    let mut times = Times { any: true, all_charges: charges().all(has_times), ..nothing };
    let sessions: Vec<&Session> = log.sessions().collect();
    times.all_idle = sessions.iter().all(|session| session.idle_seconds.is_some());
    times.any_windows =
        charges().any(|charge| has_times(charge) && log.entries()[*charge as usize].access != Access::Eba);
    for group in sessions.chunk_by(|a, b| (a.person, a.product) == (b.person, b.product)) {
        Group::of(log, plan, group).find(sets);
    }
    times
}

/// The sessions of one person and product.
struct Group<'a> {
    log: &'a Log,
    sessions: &'a [&'a Session],
    windows: Vec<Window>,
    /// Use as charges count it.
    used: Vec<Stretch>,
    /// From start to end, whatever is known of idle times.
    open: Vec<Stretch>,
    /// Use without known idle times, whether the version goes idle or not.
    active: Vec<Stretch>,
}

impl<'a> Group<'a> {
    fn of(log: &'a Log, plan: &Plan, sessions: &'a [&'a Session]) -> Group<'a> {
        let of_rule = |idle: &dyn Fn(&Session) -> Idle| -> Vec<FlexSession> {
            let one = |session: &&Session| FlexSession {
                open: Stretch { start: session.start, end: session.end() },
                idle: idle(session),
            };
            sessions.iter().map(one).collect()
        };
        let known = |session: &Session| {
            session.idle_seconds.map_or(Idle::Unknown, |seconds| Idle::Seconds(i64::from(seconds)))
        };
        let charged = of_rule(&|session| {
            if is_aware(log, plan, session) { known(session) } else { Idle::Unknown }
        });
        Group {
            log,
            sessions,
            windows: windows(&charged),
            used: use_of(&charged),
            open: use_of(&of_rule(&|_| Idle::Unknown)),
            active: use_of(&of_rule(&known)),
        }
    }

    fn find(&self, sets: &mut [HabitSet]) {
        for window in &self.windows {
            let charges = self.charges(window);
            let mut mark = |habit| charges.iter().for_each(|charge| sets[*charge as usize].add(habit));
            if window.used < SHORT_VISIT_SECONDS_MAX {
                mark(Habit::ShortVisits);
            }
            if self.is_left_open(window) {
                mark(Habit::LeftOpen);
            }
        }
        let mut place = 0;
        while place + 1 < self.windows.len() {
            let (first, next) = (&self.windows[place], &self.windows[place + 1]);
            let charges = self.charges(next);
            let of_windows = |charge: &&u32| self.log.entries()[**charge as usize].access != Access::Eba;
            if self.are_half_days(first, next) && charges.iter().any(|charge| of_windows(&charge)) {
                charges.iter().for_each(|charge| sets[*charge as usize].add(Habit::HalfDays));
                // A window is half of one pair only.
                place += 1;
            }
            place += 1;
        }
    }

    /// The charges that a window is listed as: those of the person and product on the day that the session
    /// which opened it is listed on; else on the day it opened; else, where a server counts days by another
    /// clock, on the day beside it.
    fn charges(&self, window: &Window) -> Vec<u32> {
        let (person, product) = (self.sessions[0].person, self.sessions[0].product);
        let on = |day: Day| -> Vec<u32> {
            let all = self.log.charges_of(person);
            let entry = |charge: &u32| &self.log.entries()[*charge as usize];
            let from =
                all.partition_point(|charge| (entry(charge).day, entry(charge).product) < (day, product));
            let same = |charge: &&u32| (entry(charge).day, entry(charge).product) == (day, product);
            let timed = |charge: &&u32| self.log.files()[entry(charge).file as usize].has_sessions;
            all[from..].iter().take_while(same).filter(timed).copied().collect()
        };
        let day = Day(window.opened.div_euclid(SECONDS_A_DAY) as i32);
        let found = on(day);
        if window.carried_on {
            return found;
        }
        let begun = self.sessions.partition_point(|session| session.start < window.opened);
        let opening = self.sessions.get(begun).filter(|session| session.start == window.opened);
        let listed = opening.filter(|session| session.day != day).map(|session| on(session.day));
        let found = listed.filter(|listed| !listed.is_empty()).unwrap_or(found);
        if !found.is_empty() {
            return found;
        }
        // A server's calendar is at most a day from that of UTC.
        let hour = window.opened.rem_euclid(SECONDS_A_DAY);
        let other = on(day.plus(if hour < SECONDS_A_DAY / 2 { -1 } else { 1 }));
        let is_eba = |charge: &u32| self.log.entries()[*charge as usize].access == Access::Eba;
        other.into_iter().filter(is_eba).collect()
    }

    /// Opened by a session that was still open, without use where idle times are known, else after
    /// eight hours without a break.
    fn is_left_open(&self, window: &Window) -> bool {
        if !window.carried_on {
            return false;
        }
        let opened = window.opened;
        let still_open = |s: &&&Session| s.start < opened && opened < s.end();
        let mut holding = self.sessions.iter().filter(still_open).peekable();
        if holding.peek().is_some() && holding.all(|session| session.idle_seconds.is_some()) {
            let until = opened.saturating_add(WINDOW_SECONDS);
            return !self.active.iter().any(|used| used.start < until && opened < used.end);
        }
        self.open.iter().any(|launch| {
            launch.start < opened && opened < launch.end && opened - launch.start >= UNBROKEN_SECONDS_MIN
        })
    }

    /// Two windows on consecutive days that one would cover if the first had begun later, by no more
    /// than half a day: the use of the first day takes at most half a day, and the use of the next
    /// window ends within 24 hours and half a day of the first's beginning. No clock of the place is
    /// needed for it, since exports do not tell one.
    fn are_half_days(&self, first: &Window, next: &Window) -> bool {
        let day = |window: &Window| window.opened.div_euclid(SECONDS_A_DAY);
        // A window that went on from the one before could not have begun later.
        if first.carried_on || next.carried_on || day(next) != day(first) + 1 {
            return false;
        }
        let noon = first.opened + HALF_DAY_SECONDS;
        // What began on the first day, and not the next morning inside the same window: within twelve
        // hours, and in any case on the day itself.
        let day_ends = (day(first) + 1) * SECONDS_A_DAY;
        let first_ends = self.used_from(first.opened, day_ends.max(first.opened + 2 * HALF_DAY_SECONDS));
        let window_ends = next.opened + WINDOW_SECONDS;
        let next_ends = self.used_from(next.opened, window_ends).min(window_ends);
        first_ends <= noon && next_ends <= noon + WINDOW_SECONDS
    }

    /// When the last use ends that began between two seconds; use comes sorted and apart.
    fn used_from(&self, from: i64, until: i64) -> i64 {
        let begun = self.used.partition_point(|used| used.start < until);
        self.used[..begun].last().filter(|used| from <= used.start).map_or(from, |used| used.end)
    }
}
