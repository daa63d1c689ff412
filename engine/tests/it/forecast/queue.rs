//! The queue of packs against a slow, obvious reference that handles tokens one by one.

use crate::sheet::day;
use engine::analysis::{Lot, Queue};
use engine::usage::{Day, Money, Tokens};
use proptest::prelude::*;

/// A pack of whole tokens: bought, price in whole money, first and last day from the start on.
#[derive(Clone, Copy, Debug)]
struct Pack {
    bought: i64,
    price: i64,
    start: i32,
    end: i32,
}

/// What happens on a day: net use, negative for a refund.
type Days = Vec<i64>;

/// Every token by itself.
struct Reference {
    packs: Vec<Pack>,
    left: Vec<i64>,
    drawn: Vec<i64>,
    lapsed: Vec<i64>,
    /// Which pack each used token came from, oldest first.
    history: Vec<Option<usize>>,
}

impl Reference {
    fn new(packs: &[Pack]) -> Reference {
        Reference {
            packs: packs.to_vec(),
            left: packs.iter().map(|pack| pack.bought).collect(),
            drawn: vec![0; packs.len()],
            lapsed: vec![0; packs.len()],
            history: Vec::new(),
        }
    }

    fn begin_day(&mut self, today: i32) {
        for (index, pack) in self.packs.iter().enumerate() {
            if pack.end < today {
                self.lapsed[index] += std::mem::take(&mut self.left[index]);
            }
        }
    }

    fn use_one(&mut self, today: i32) {
        let usable = |index: &usize| {
            let pack = self.packs[*index];
            pack.start <= today && today <= pack.end && self.left[*index] > 0
        };
        let first = (0..self.packs.len()).filter(usable).min_by_key(|index| {
            (self.packs[*index].end, self.packs[*index].bought, self.packs[*index].start, *index)
        });
        if let Some(index) = first {
            self.left[index] -= 1;
            self.drawn[index] += 1;
        }
        self.history.push(first);
    }

    fn refund_one(&mut self, today: i32) {
        if let Some(Some(index)) = self.history.pop() {
            self.drawn[index] -= 1;
            if self.packs[index].end < today {
                self.lapsed[index] += 1;
            } else {
                self.left[index] += 1;
            }
        }
    }
}

fn packs() -> impl Strategy<Value = Vec<Pack>> {
    let pack = (1..40i64, 0..100i64, 0..40i32, 0..40i32).prop_map(|(bought, price, start, days)| Pack {
        bought,
        price,
        start,
        end: start + days,
    });
    proptest::collection::vec(pack, 0..6)
}

fn days() -> impl Strategy<Value = Days> {
    proptest::collection::vec(prop_oneof![4 => 0..8i64, 1 => -6..0i64], 1..90)
}

proptest! {
    #[test]
    fn the_queue_is_the_reference(packs in packs(), days in days()) {
        let first = day("01-01");
        let lots = packs.iter().map(|pack| {
            let (start, end) = (first.plus(pack.start), first.plus(pack.end));
            Lot::new(Tokens::whole(pack.bought), Some(Money::whole(pack.price)), start, Some(end))
        });
        let mut queue = Queue::new(lots.collect(), Some(Money::whole(3)));
        let mut slow = Reference::new(&packs);
        let (mut cost, mut uncovered, mut used) = (Money::ZERO, Tokens::ZERO, 0i64);
        for (today, net) in days.iter().enumerate() {
            // Refunds of what was never used are another story.
            let net = (*net).max(-(slow.history.len() as i64));
            let (today, date): (i32, Day) = (today as i32, first.plus(today as i32));
            queue.begin_day(date);
            slow.begin_day(today);
            let drawn = queue.use_tokens(date, Tokens::whole(net));
            cost += drawn.cost.unwrap();
            uncovered += drawn.uncovered;
            used += net;
            for _ in 0..net.max(0) {
                slow.use_one(today);
            }
            for _ in net..0 {
                slow.refund_one(today);
            }
            let usable = |index: &usize| slow.packs[*index].start <= today && today <= slow.packs[*index].end;
            let balance: i64 = (0..packs.len()).filter(usable).map(|index| slow.left[index]).sum();
            prop_assert_eq!(queue.balance(date), Tokens::whole(balance), "on day {}", today);
        }
        // Tokens are conserved: bought = left + drawn + lapsed; used = drawn + uncovered.
        let missing = slow.history.iter().filter(|pack| pack.is_none()).count() as i64;
        prop_assert_eq!(uncovered, Tokens::whole(missing));
        prop_assert_eq!(used, slow.drawn.iter().sum::<i64>() + missing);
        let lapsed: Tokens = queue.lapses().iter().map(|lapse| lapse.tokens).sum();
        prop_assert_eq!(lapsed, Tokens::whole(slow.lapsed.iter().sum()));
        let left: Tokens = queue.lots().iter().map(|lot| lot.left).sum();
        prop_assert_eq!(left, Tokens::whole(slow.left.iter().sum()));
        // Money is conserved: each pack charges its price for what was drawn from it, to the millionth.
        let charged: Money = packs
            .iter()
            .zip(&slow.drawn)
            .map(|(pack, drawn)| Money::whole(pack.price).scale_rounded(*drawn, pack.bought))
            .sum();
        prop_assert_eq!(cost, charged + Money::whole(3 * missing));
    }

    /// The forecast's pass and the queue are two programs for one rule.
    #[test]
    fn the_forecasts_pass_is_the_queue(packs in packs(), needs in proptest::collection::vec(0..6i64, 1..80)) {
        use engine::analysis::forecast::{change::DayChange, paths::UnitPaths, run::Packs};
        let first = day("01-01");
        let lots: Vec<Lot> = packs.iter().map(|pack| {
            let (start, end) = (first.plus(pack.start), first.plus(pack.end));
            Lot::new(Tokens::whole(pack.bought), None, start, Some(end))
        }).collect();
        let queue = Queue::new(lots, None);
        let weeks = needs.len().div_ceil(7);
        let paths = UnitPaths { count: 1, weeks, tokens: vec![1.0; weeks] };
        let change = DayChange {
            weights: needs.iter().map(|need| *need as f32).collect(),
            added: Vec::new(),
            uncertain: Vec::new(),
        };
        let (mut balances, mut lapsed) = (Vec::new(), 0.0);
        let ended = Packs::of(&queue, first, 0, needs.len()).run(
            &paths,
            &change,
            |_, life| balances.clone_from(&life.balance),
            |_, _, tokens| lapsed += tokens,
        );
        let (mut slow, mut out) = (queue.clone(), None);
        for (index, need) in needs.iter().enumerate() {
            let today = first.plus(index as i32);
            slow.begin_day(today);
            let balance = slow.balance(today);
            if balance < Tokens::whole(*need) && out.is_none() {
                out = Some(index);
            }
            slow.use_tokens(today, Tokens::whole(*need).min(balance));
            prop_assert!((slow.balance(today).to_f64() - balances[index]).abs() < 1e-6);
        }
        prop_assert_eq!(ended[0].out.map(|(day, _)| day), out);
        let slow_lapsed: Tokens = slow.lapses().iter().map(|lapse| lapse.tokens).sum();
        prop_assert!((slow_lapsed.to_f64() - lapsed).abs() < 1e-6);
    }
}
