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
        let hashed = hash(name.as_bytes());
        if let Some(known) = self.table.find(hashed, |&i| self.get(i) == name) {
            return *known;
        }
        let index = self.ends.len() as u32;
        self.text.push_str(name);
        self.ends.push(self.text.len() as u32);
        let (text, ends) = (&self.text, &self.ends);
        self.table.insert_unique(hashed, index, |&i| {
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

const K: [u64; 3] = [0x9E37_79B9_7F4A_7C15, 0xA076_1D64_78BD_642F, 0xE703_7ED1_A0B4_28DB];

/// A fixed 64-bit hash of short texts, for tables in memory.
#[inline]
pub fn hash(bytes: &[u8]) -> u64 {
    // Of the four products that make one of 128 bits, the two that mix halves: WebAssembly has none of 128.
    let product = |a: u64, b: u64| (a & u64::from(u32::MAX)).wrapping_mul(b >> 32);
    let hashed = hash_by(bytes, |a, b| product(a, b) ^ product(b, a).rotate_right(32));
    // A table picks a place by the low bits and tells neighbours by the high ones: here each knows few bytes of a
    // short text, so they are mixed once more.
    let mixed = (hashed ^ hashed >> 32).wrapping_mul(K[0]);
    mixed ^ mixed >> 32
}

/// A 64-bit hash that tells a file's content from another's. It stands in saved plans and never changes.
pub fn print(bytes: &[u8]) -> u64 {
    hash_by(bytes, |a, b| {
        let wide = u128::from(a) * u128::from(b);
        (wide as u64) ^ ((wide >> 64) as u64)
    })
}

/// Sixteen bytes a multiplication, two of them side by side.
#[inline]
fn hash_by(bytes: &[u8], mix: impl Fn(u64, u64) -> u64) -> u64 {
    let pair = |pair: &[u8; 16]| {
        let (words, _) = pair.as_chunks::<8>();
        [u64::from_le_bytes(words[0]), u64::from_le_bytes(words[1])]
    };
    let (pairs, rest) = bytes.as_chunks::<16>();
    let (twos, last) = pairs.as_chunks::<2>();
    let (mut one, mut other) = (K[0] ^ bytes.len() as u64, K[1]);
    for [first, second] in twos {
        let ([a, b], [c, d]) = (pair(first), pair(second));
        one = mix(one ^ a, K[1] ^ b);
        other = mix(other ^ c, K[2] ^ d);
    }
    for first in last {
        let [a, b] = pair(first);
        one = mix(one ^ a, K[1] ^ b);
    }
    let mut tail = [0u8; 16];
    match bytes.last_chunk::<16>() {
        // The last sixteen bytes, of which some were in the words before.
        Some(chunk) if !rest.is_empty() => tail = *chunk,
        _ => tail[..rest.len()].copy_from_slice(rest),
    }
    let [a, b] = pair(&tail);
    mix(one ^ a ^ K[2], other ^ b)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// A table picks a place by the low bits and tells neighbours by the highest seven.
    #[test]
    fn short_texts_begin_in_many_places() {
        let sets: [Vec<String>; 5] = [
            (0..1000).map(|number| format!("T{number:03}")).collect(),
            (0..1000).map(|number| format!("{}.{:02}", number / 100, number % 100)).collect(),
            (1000..2000).map(|number| number.to_string()).collect(),
            (0..1000)
                .map(|number| {
                    format!("202{}-{:02}-{:02}", number / 336, number / 28 % 12 + 1, number % 28 + 1)
                })
                .collect(),
            (0..1000).map(|number| format!("p{number}@firm.example")).collect(),
        ];
        for texts in sets {
            for shift in [0, 54] {
                let places: BTreeSet<u64> =
                    texts.iter().map(|text| (hash(text.as_bytes()) >> shift) & 1023).collect();
                // Of a thousand thrown at random about 637 are hit.
                assert!(places.len() > 500, "{} places for {} and others", places.len(), texts[0]);
            }
        }
    }
}
