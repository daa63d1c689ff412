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
    /// In this one wherever that is possible, else in the other.
    Prefer(usize),
    /// It cannot be told: only texts that say the same in both ways have a value.
    Ambiguous,
    /// Some texts are only read in the one way, some only in the other: those have their value, and of those that
    /// are read in both it cannot be told.
    Contradicted,
}

impl Verdict {
    /// What a text says under this verdict.
    pub fn value<T: Copy + PartialEq>(self, both: Both<T>) -> Option<T> {
        match self {
            Verdict::Take(way) => both[way],
            Verdict::Prefer(way) => both[way].or(both[1 - way]),
            Verdict::Ambiguous | Verdict::Contradicted => match both {
                [Some(first), Some(second)] => (first == second).then_some(first),
                [first, second] => first.or(second),
            },
        }
    }

    /// Whether a person has to tell.
    pub fn is_open(self) -> bool {
        matches!(self, Verdict::Ambiguous | Verdict::Contradicted)
    }

    /// The way that is taken; the first where none is.
    pub fn way(self) -> usize {
        match self {
            Verdict::Take(way) | Verdict::Prefer(way) => way,
            Verdict::Ambiguous | Verdict::Contradicted => 0,
        }
    }
}

/// Rows counted by what their texts say under the two ways.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    /// Read in one way only: the first, the second.
    only: [u64; 2],
    /// Read in both, to different values.
    different: u64,
    /// Both ways are used, though no text shows it by itself.
    contradicts: bool,
}

impl Tally {
    /// Counts a text that stands in `rows` rows. A text that reads in neither way says nothing.
    pub fn count<T: PartialEq>(&mut self, both: &Both<T>, rows: u64) {
        match both {
            [Some(first), Some(second)] if first == second => {}
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
        self.contradicts |= other.contradicts;
    }

    /// Notes that both ways are used, though no text shows it by itself.
    pub fn contradict(&mut self) {
        self.contradicts = true;
    }

    /// The one way that fits the whole column, or what was chosen.
    pub fn verdict(&self, choice: Option<usize>) -> Verdict {
        let contradicts = self.contradicts || self.only.iter().all(|rows| *rows > 0);
        match (choice, self.only) {
            (Some(way), _) if contradicts => Verdict::Prefer(way),
            (Some(way), _) => Verdict::Take(way),
            (None, _) if contradicts && self.different > 0 => Verdict::Contradicted,
            (None, _) if contradicts => Verdict::Prefer(0),
            (None, [0, 0]) if self.different > 0 => Verdict::Ambiguous,
            (None, [_, 0]) => Verdict::Take(0),
            (None, _) => Verdict::Take(1),
        }
    }
}
