//! Distinct texts, each with what it was found to mean: a text is understood once, and met again by a
//! comparison or a look-up.

use super::decode::field_text;
use crate::usage::hash;
use hashbrown::HashTable;
use std::borrow::Cow;
use wide::u8x16;

/// Texts as the bytes of the file, in the order they were first seen, with a value each.
pub struct Seen<T> {
    texts: Texts,
    table: HashTable<u32>,
    values: Vec<T>,
    /// Each with the one that came after it last time: rows often come in the same order every day.
    next: Vec<u32>,
    last: u32,
}

#[derive(Default)]
struct Texts {
    bytes: Vec<u8>,
    /// Where each text ends.
    ends: Vec<u32>,
}

impl Texts {
    #[inline]
    fn get(&self, number: u32) -> Option<&[u8]> {
        let number = number as usize;
        let end = *self.ends.get(number)?;
        let start = if number == 0 { 0 } else { self.ends[number - 1] };
        self.bytes.get(start as usize..end as usize)
    }

    #[inline]
    fn is(&self, number: u32, text: &[u8]) -> bool {
        self.get(number).is_some_and(|known| is_same(known, text))
    }
}

/// Equality of texts, sixteen or eight bytes at a time: in WebAssembly the one that slices have goes byte by byte.
#[inline]
fn is_same(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    // The last bytes of each may be in those before them too.
    if let (Some(a_last), Some(b_last)) = (a.last_chunk::<16>(), b.last_chunk::<16>()) {
        let is_same = |a: &[u8; 16], b: &[u8; 16]| u8x16::new(*a).simd_eq(u8x16::new(*b)).all();
        let mut chunks = a.as_chunks::<16>().0.iter().zip(b.as_chunks::<16>().0);
        return is_same(a_last, b_last) && chunks.all(|(a, b)| is_same(a, b));
    }
    if let (Some(a_last), Some(b_last)) = (a.last_chunk::<8>(), b.last_chunk::<8>()) {
        let is_same = |a: &[u8; 8], b: &[u8; 8]| u64::from_le_bytes(*a) == u64::from_le_bytes(*b);
        let first = a.first_chunk::<8>().zip(b.first_chunk::<8>());
        return is_same(a_last, b_last) && first.is_some_and(|(a, b)| is_same(a, b));
    }
    a.iter().zip(b).all(|(a, b)| a == b)
}

impl<T: Copy> Seen<T> {
    /// None yet.
    pub fn new() -> Seen<T> {
        Seen {
            texts: Texts::default(),
            table: HashTable::new(),
            values: Vec::new(),
            next: Vec::new(),
            last: 0,
        }
    }

    /// The number of a text. A new one is understood by `make`, and its bytes are added to `bytes`.
    #[inline]
    pub fn number(&mut self, text: &[u8], bytes: &mut u64, make: impl FnOnce() -> T) -> u32 {
        if self.texts.is(self.last, text) {
            return self.last;
        }
        let before = self.last as usize;
        let expected = self.next.get(before).copied().unwrap_or_default();
        if self.texts.is(expected, text) {
            self.last = expected;
            return expected;
        }
        self.last = self.find_or_add(text, bytes, make);
        if let Some(next) = self.next.get_mut(before) {
            *next = self.last;
        }
        self.last
    }

    #[inline(never)]
    fn find_or_add(&mut self, text: &[u8], bytes: &mut u64, make: impl FnOnce() -> T) -> u32 {
        let texts = &self.texts;
        let hashed = hash(text);
        match self.table.find(hashed, |known| texts.is(*known, text)) {
            Some(known) => *known,
            None => {
                *bytes += text.len() as u64;
                self.add(text, hashed, make())
            }
        }
    }

    fn add(&mut self, text: &[u8], hashed: u64, value: T) -> u32 {
        let number = self.values.len() as u32;
        self.values.push(value);
        self.next.push(number);
        self.texts.bytes.extend_from_slice(text);
        self.texts.ends.push(self.texts.bytes.len() as u32);
        let texts = &self.texts;
        self.table.insert_unique(hashed, number, |known| hash(texts.get(*known).unwrap_or(&[])));
        number
    }

    /// The value of a number; none for a number that was never given out.
    #[inline]
    pub fn value(&self, number: u32) -> Option<T> {
        self.values.get(number as usize).copied()
    }

    /// The text of a number.
    pub fn text(&self, number: u32) -> Cow<'_, str> {
        field_text(self.texts.get(number).unwrap_or(&[]))
    }

    /// All values, by number.
    pub fn values(&self) -> &[T] {
        &self.values
    }
}
