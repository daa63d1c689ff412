//! Two ways to read a column, and which of them the column itself decides for.
//!
//! A single cell such as `03/04/2026` or `1.500` cannot say what it means; the whole column often can.

/// What one text says under two ways of reading; `None` where it cannot be read so.
pub type Both<T> = [Option<T>; 2];

/// How a column is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// In this one of the two ways.
    Take(usize),
    /// It cannot be told: only texts that say the same in both ways have a value.
    Ambiguous,
}

impl Verdict {
    /// What a text says under this verdict.
    pub fn value<T: Copy + PartialEq>(self, both: Both<T>) -> Option<T> {
        match self {
            Verdict::Take(way) => both[way],
            Verdict::Ambiguous if both[0] == both[1] => both[0],
            Verdict::Ambiguous => None,
        }
    }
}

/// A way that fits so many percent of the rows is taken, if the other fits fewer.
const FITTING_PERCENT: u64 = 80;

/// Rows counted by what their texts say under the two ways.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    /// Read in one way only: the first, the second.
    only: [u64; 2],
    /// Read in both, to different values.
    different: u64,
    /// Read in both, to the same value.
    same: u64,
}

impl Tally {
    /// Counts a text that stands in `rows` rows. A text that reads in neither way says nothing.
    pub fn count<T: PartialEq>(&mut self, both: &Both<T>, rows: u64) {
        match both {
            [Some(first), Some(second)] if first == second => self.same += rows,
            [Some(_), Some(_)] => self.different += rows,
            [Some(_), None] => self.only[0] += rows,
            [None, Some(_)] => self.only[1] += rows,
            [None, None] => {}
        }
    }

    /// Takes another column's counts along.
    pub fn add(&mut self, other: &Tally) {
        for way in 0..2 {
            self.only[way] += other.only[way];
        }
        self.different += other.different;
        self.same += other.same;
    }

    /// The one way that fits the whole column, or nearly, or what was chosen.
    pub fn verdict(&self, choice: Option<usize>) -> Verdict {
        if let Some(way) = choice {
            return Verdict::Take(way);
        }
        match self.only {
            [0, 0] if self.different > 0 => Verdict::Ambiguous,
            [_, 0] => Verdict::Take(0),
            [0, _] => Verdict::Take(1),
            [first, second] => {
                let rows = first + second + self.different + self.same;
                let fits = |failing: u64| (rows - failing) * 100 >= rows * FITTING_PERCENT;
                match (fits(second), fits(first)) {
                    (true, false) => Verdict::Take(0),
                    (false, true) => Verdict::Take(1),
                    _ => Verdict::Ambiguous,
                }
            }
        }
    }
}
