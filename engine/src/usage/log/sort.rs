//! Entries in the order of the log: by pool, day, person, product and access, then file and line.
//!
//! A million entries of 40 bytes are dear to compare and to move. Their keys and places nearly always fit
//! into one number each, so that numbers are sorted and every entry is moved once.

use super::Entry;

/// Sorts them.
pub(super) fn sort(entries: &mut [Entry]) {
    let whole = |entry: &Entry| (entry.key(), entry.file, entry.line);
    if entries.is_sorted_by_key(whole) {
        return;
    }
    match places(entries) {
        Some(places) => {
            arrange(entries, places);
            // Equal keys came in the order of their places, which is seldom another than this one.
            for same in entries.chunk_by_mut(|a, b| a.key() == b.key()) {
                if same.len() > 1 {
                    same.sort_unstable_by_key(|entry| (entry.file, entry.line));
                }
            }
        }
        None => entries.sort_unstable_by_key(whole),
    }
}

/// For each place of the sorted entries, where its entry stands now. `None` where keys are too wide.
fn places(entries: &[Entry]) -> Option<Vec<u64>> {
    let first_day = entries.iter().map(|entry| entry.day.0).min()?;
    let parts = |entry: &Entry| {
        let day = entry.day.0.abs_diff(first_day);
        [entry.pool, day, entry.person, entry.product, entry.access as u32]
    };
    let mut largest = [0; 5];
    for entry in entries {
        for (largest, part) in largest.iter_mut().zip(parts(entry)) {
            *largest = part.max(*largest);
        }
    }
    let bits = largest.map(|largest| u32::BITS - largest.leading_zeros());
    let place_bits = usize::BITS - entries.len().leading_zeros();
    if bits.iter().sum::<u32>() + place_bits > u64::BITS {
        return None;
    }
    let with_place = |(place, entry): (usize, &Entry)| {
        let key = parts(entry).iter().zip(bits).fold(0, |key, (part, bits)| key << bits | u64::from(*part));
        key << place_bits | place as u64
    };
    let mut keys: Vec<u64> = entries.iter().enumerate().map(with_place).collect();
    keys.sort_unstable();
    let mask = (1 << place_bits) - 1;
    keys.iter_mut().for_each(|key| *key &= mask);
    Some(keys)
}

/// Moves each entry to its place, along the circles in which they push each other on.
fn arrange(entries: &mut [Entry], mut places: Vec<u64>) {
    for start in 0..entries.len() {
        let mut at = start;
        while places[at] != start as u64 {
            let from = places[at] as usize;
            entries.swap(at, from);
            places[at] = at as u64;
            at = from;
        }
        places[at] = at as u64;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::usage::{Access, Day, Tokens};
    use proptest::prelude::*;

    /// Wide numbers, so that some keys fit into one number and some do not.
    fn entry() -> impl Strategy<Value = Entry> {
        let number = || prop_oneof![9 => 0..4_u32, 1 => any::<u32>()];
        let access = prop_oneof![Just(Access::Flex), Just(Access::Subscription), Just(Access::Eba)];
        let rest = (0..3_u16, 0..50_u32, access);
        (number(), -3..1_000_i32, number(), 0..5_u32, rest).prop_map(
            |(pool, day, person, product, (file, line, access))| Entry {
                pool,
                person,
                product,
                version: 0,
                day: Day(day),
                rows: 1,
                tokens: Tokens::ZERO,
                line,
                file,
                access,
                stands: false,
            },
        )
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn it_is_the_order_of_keys_files_and_lines(mut entries in proptest::collection::vec(entry(), 0..60)) {
            let whole = |entry: &Entry| (entry.key(), entry.file, entry.line);
            let mut expected: Vec<_> = entries.iter().map(whole).collect();
            expected.sort_unstable();
            sort(&mut entries);
            prop_assert_eq!(entries.iter().map(whole).collect::<Vec<_>>(), expected);
        }
    }
}
