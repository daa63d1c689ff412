//! The charge rule of Flex as code: sessions → windows of 24 hours (definitions: *Charges*).
//!
//! One person and one product at a time: persons and products never influence each other, and two
//! versions of a product are one product.

/// A window lasts 24 elapsed hours.
pub const WINDOW_SECONDS: i64 = 86_400;
/// A launch under five minutes costs nothing; exactly five counts.
pub const LAUNCH_SECONDS_MIN: i64 = 300;
/// An idle-aware product counts as used for so long after the last input.
pub const IDLE_GRACE_SECONDS: i64 = 900;

/// A stretch of time, `[start, end)`, in seconds since 1970-01-01 UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stretch {
    /// First second.
    pub start: i64,
    /// The second after the last.
    pub end: i64,
}

impl Stretch {
    /// Its length in seconds; 0 where it ends before it starts.
    pub fn seconds(&self) -> i64 {
        self.end.saturating_sub(self.start).max(0)
    }
}

/// What is known of the times without input in a session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Idle {
    /// Nothing, or the version has no idle awareness: the whole session is use.
    #[default]
    Unknown,
    /// So many seconds in all, somewhere: they are taken to lie at the session's end.
    Seconds(i64),
    /// These stretches.
    Stretches(Vec<Stretch>),
}

/// One session of a person with a product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// From start to end.
    pub open: Stretch,
    /// Times without input, where the version is idle-aware and they are known.
    pub idle: Idle,
}

/// One charge: a window of 24 hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// When it opened; the charge is listed on the UTC day of this second.
    pub opened: i64,
    /// Seconds of use inside it.
    pub used: i64,
    /// It opened because use went on when the window before it ended, not by a launch.
    pub carried_on: bool,
}

/// The charges of one person and product: the least number of windows that cover the use, each
/// opened at the first use that no window covers yet. Sessions come in any order.
pub fn windows(sessions: &[Session]) -> Vec<Window> {
    let mut windows: Vec<Window> = Vec::new();
    let mut covered_until = i64::MIN;
    for stretch in use_of(sessions) {
        let mut from = stretch.start;
        while from < stretch.end {
            if from >= covered_until {
                windows.push(Window { opened: from, used: 0, carried_on: from > stretch.start });
                covered_until = from.saturating_add(WINDOW_SECONDS);
            }
            let until = stretch.end.min(covered_until);
            if let Some(window) = windows.last_mut() {
                window.used += until - from;
            }
            from = until;
        }
    }
    windows
}

/// The use of one person and product, as sorted stretches that neither touch nor overlap.
///
/// Sessions that touch or overlap are one launch; launches under five minutes are dropped; then
/// idle time is taken out.
pub fn use_of(sessions: &[Session]) -> Vec<Stretch> {
    let launches = join(sessions.iter().map(|session| session.open).collect());
    let long: Vec<Stretch> =
        launches.into_iter().filter(|launch| launch.seconds() >= LAUNCH_SECONDS_MIN).collect();
    // Launches neither touch nor overlap: only the last that begins before a session can hold it.
    let counts = |session: &&Session| {
        let begun = long.partition_point(|launch| launch.start <= session.open.start);
        session.open.seconds() > 0 && begun > 0 && session.open.end <= long[begun - 1].end
    };
    join(sessions.iter().filter(counts).flat_map(active).collect())
}

/// A session without its idle time.
fn active(session: &Session) -> Vec<Stretch> {
    let Stretch { start, end } = session.open;
    let idle = match &session.idle {
        Idle::Unknown => return vec![session.open],
        Idle::Seconds(seconds) => {
            vec![Stretch { start: end.saturating_sub((*seconds).max(0)).max(start), end }]
        }
        Idle::Stretches(stretches) => join(stretches.clone()),
    };
    let mut active = Vec::new();
    let mut from = start;
    for stretch in idle {
        // The first fifteen minutes without input still count as use.
        let until = stretch.start.saturating_add(IDLE_GRACE_SECONDS).min(stretch.end);
        active.push(Stretch { start: from, end: until.min(end) });
        from = from.max(stretch.end);
    }
    active.push(Stretch { start: from, end });
    active.retain(|stretch| stretch.seconds() > 0);
    active
}

/// Sorts stretches and joins those that touch or overlap; empty ones are dropped.
fn join(mut stretches: Vec<Stretch>) -> Vec<Stretch> {
    stretches.retain(|stretch| stretch.seconds() > 0);
    stretches.sort_unstable();
    stretches.dedup_by(|next, joined| {
        let touches = next.start <= joined.end;
        if touches {
            joined.end = joined.end.max(next.end);
        }
        touches
    });
    stretches
}
