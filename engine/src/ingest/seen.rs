//! The distinct texts of a column, each with what it was found to mean: a text is understood once, and
//! met again by a comparison or a look-up.

use crate::usage::Names;

/// Texts in the order they were first seen, with a value each.
pub struct Seen<T> {
    texts: Names,
    values: Vec<T>,
    last: u32,
}

impl<T: Copy> Seen<T> {
    /// None yet.
    pub fn new() -> Seen<T> {
        Seen { texts: Names::default(), values: Vec::new(), last: 0 }
    }

    /// The number of a text. A new one is understood by `make`, and its bytes are added to `bytes`.
    #[inline]
    pub fn number(&mut self, text: &str, bytes: &mut u64, make: impl FnOnce() -> T) -> u32 {
        if self.texts.get(self.last) == text && !self.values.is_empty() {
            return self.last;
        }
        self.last = match self.texts.find(text) {
            Some(known) => known,
            None => {
                *bytes += text.len() as u64;
                self.values.push(make());
                self.texts.intern(text)
            }
        };
        self.last
    }

    /// The value of a number; none for a number that was never given out.
    #[inline]
    pub fn value(&self, number: u32) -> Option<T> {
        self.values.get(number as usize).copied()
    }

    /// The text of a number.
    pub fn text(&self, number: u32) -> &str {
        self.texts.get(number)
    }

    /// All values, by number.
    pub fn values(&self) -> &[T] {
        &self.values
    }
}
