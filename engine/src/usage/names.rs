//! Interned text: each distinct name is stored once and stands everywhere as a 32-bit number.

use hashbrown::HashTable;

/// Texts and the numbers that stand for them, in the order they were first seen.
///
/// The hash is fixed, so nothing depends on chance; iteration is by number only.
#[derive(Clone, Default)]
pub struct Names {
    text: String,
    /// Where each name ends in `text`.
    ends: Vec<u32>,
    table: HashTable<u32>,
}

impl Names {
    /// How many names there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The text of a number; empty for a number that was never given out.
    pub fn get(&self, index: u32) -> &str {
        let index = index as usize;
        let Some(&end) = self.ends.get(index) else { return "" };
        let start = if index == 0 { 0 } else { self.ends[index - 1] };
        &self.text[start as usize..end as usize]
    }

    /// The number of a text that is already known.
    pub fn find(&self, name: &str) -> Option<u32> {
        self.table.find(hash(name.as_bytes()), |&i| self.get(i) == name).copied()
    }

    /// The number of a text, given out now if it is new.
    pub fn intern(&mut self, name: &str) -> u32 {
        if let Some(known) = self.find(name) {
            return known;
        }
        let index = self.ends.len() as u32;
        self.text.push_str(name);
        self.ends.push(self.text.len() as u32);
        let (text, ends) = (&self.text, &self.ends);
        self.table.insert_unique(hash(name.as_bytes()), index, |&i| {
            let start = if i == 0 { 0 } else { ends[i as usize - 1] };
            hash(&text.as_bytes()[start as usize..ends[i as usize] as usize])
        });
        index
    }

    /// All names, by number.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.ends.len() as u32).map(|i| self.get(i))
    }

    /// Bytes of text held.
    pub fn bytes(&self) -> usize {
        self.text.len()
    }
}

/// A fixed 64-bit hash of short texts: eight bytes at a time, multiplied and folded.
pub fn hash(bytes: &[u8]) -> u64 {
    const K: u64 = 0x9E37_79B9_7F4A_7C15;
    let fold = |state: u64, word: u64| {
        let wide = u128::from(state ^ word) * u128::from(K);
        (wide as u64) ^ ((wide >> 64) as u64)
    };
    let mut state = K ^ bytes.len() as u64;
    let mut chunks = bytes.chunks_exact(8);
    for chunk in &mut chunks {
        let mut word = [0u8; 8];
        word.copy_from_slice(chunk);
        state = fold(state, u64::from_le_bytes(word));
    }
    let mut tail = [0u8; 8];
    tail[..chunks.remainder().len()].copy_from_slice(chunks.remainder());
    fold(fold(state, u64::from_le_bytes(tail)), K)
}
