//! Pack sizes combine: exactly.

use crate::sheet::plan;
use engine::analysis::purchase::Sizes;

#[test]
fn any_quantity_from_thirty_three_on() {
    let sizes = Sizes::of(&plan(""));
    for (need, buy) in [(0, 0), (1, 33), (33, 33), (34, 34), (12_345, 12_345)] {
        assert_eq!(sizes.at_least(need), buy, "{need}");
    }
    assert!(sizes.has(0) && !sizes.has(32) && sizes.has(33));
}

#[test]
fn sizes_combine() {
    let cases: [(&[u64], u64, u64); 9] = [
        (&[500], 1, 500),
        (&[500], 500, 500),
        (&[500], 501, 1_000),
        (&[500, 700], 1_100, 1_200),
        (&[500, 700], 1_300, 1_400),
        (&[33, 50], 60, 66),
        (&[33, 50], 1_000_000, 1_000_000),
        (&[6, 10, 15], 29, 30),
        (&[1_000_000_000], 3, 1_000_000_000),
    ];
    for (sizes, need, buy) in cases {
        assert_eq!(Sizes::from_whole(sizes).at_least(need), buy, "{sizes:?} {need}");
    }
}

#[test]
fn parts_of_a_token_count_as_one() {
    assert_eq!(Sizes::of(&plan(r#""pack_sizes": [99.5]"#)).at_least(1), 100);
}

proptest::proptest! {
    #[test]
    fn they_are_what_trying_all_sums_finds(
        sizes in proptest::collection::vec(1u64..60, 1..5), need in 0u64..400,
    ) {
        let mut reached = vec![false; 600];
        reached[0] = true;
        for sum in 0..600 {
            if reached[sum] {
                for size in &sizes {
                    if let Some(next) = reached.get_mut(sum + *size as usize) {
                        *next = true;
                    }
                }
            }
        }
        let expected = (need as usize..600).find(|sum| reached[*sum]).unwrap() as u64;
        let found = Sizes::from_whole(&sizes);
        proptest::prop_assert_eq!(found.at_least(need), expected);
        for (sum, is_reached) in reached.iter().enumerate() {
            proptest::prop_assert_eq!(found.has(sum as u64), *is_reached, "{}", sum);
        }
    }
}
