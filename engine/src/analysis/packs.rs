//! The queue of packs of one pool: what is drawn from which pack, what it cost, what lapses
//! (definitions: *Packs*).

use crate::usage::{Day, Money, Tokens};

/// One pack in the queue, or tokens that a reading showed and no pack explains.
#[derive(Clone, Debug, PartialEq)]
pub struct Lot {
    /// Tokens bought.
    pub bought: Tokens,
    /// What the whole pack cost; `None` where unknown.
    pub price: Option<Money>,
    /// First usable day.
    pub start: Day,
    /// Last usable day; `None` where it does not end.
    pub end: Option<Day>,
    /// Tokens left in it.
    pub left: Tokens,
    /// Tokens drawn for use so far, which is what its price has been charged for.
    drawn: Tokens,
    lapsed: bool,
}

/// Tokens that were left in a pack at the end of its last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lapse {
    /// The pack's last day.
    pub day: Day,
    /// Tokens left.
    pub tokens: Tokens,
}

/// What one day's use came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// What it cost; `None` where a price is unknown.
    pub cost: Option<Money>,
    /// Tokens that no pack covered.
    pub uncovered: Tokens,
}

/// The packs of one pool on a day. Days are lived through in order: [`Queue::begin_day`], then
/// [`Queue::use_tokens`], then [`Queue::read_balance`].
#[derive(Clone, Debug)]
pub struct Queue {
    lots: Vec<Lot>,
    /// What a token costs that no pack with a price covers.
    token_price: Option<Money>,
    /// Draws for use, oldest first, so that a refund goes back where it came from. A lot's number,
    /// or `None` for uncovered use.
    draws: Vec<(Option<usize>, Tokens)>,
    /// Tokens given back for which there is no pack: later use takes them first.
    credit: Tokens,
    lapses: Vec<Lapse>,
}

impl Lot {
    /// A pack that nothing has been drawn from.
    pub fn new(bought: Tokens, price: Option<Money>, start: Day, end: Option<Day>) -> Lot {
        Lot { bought, price, start, end, left: bought, drawn: Tokens::ZERO, lapsed: false }
    }

    fn usable(&self, day: Day) -> bool {
        self.start <= day && self.end.is_none_or(|end| day <= end)
    }

    /// The price of all tokens drawn so far. Differences of it are what a draw costs, so that the
    /// draws of a pack always add up to its price.
    fn charged(&self, token_price: Option<Money>) -> Option<Money> {
        match self.price {
            Some(price) => Some(price.scale_rounded(self.drawn.0, self.bought.0)),
            None => token_price.map(|price| self.drawn.at_price(price)),
        }
    }
}

impl Queue {
    /// A queue of packs: earliest end first, then the smaller quantity, the earlier start, and as
    /// listed.
    pub fn new(mut lots: Vec<Lot>, token_price: Option<Money>) -> Queue {
        lots.sort_by_key(|lot| (lot.end.unwrap_or(Day(i32::MAX)), lot.bought, lot.start));
        Queue { lots, token_price, draws: Vec::new(), credit: Tokens::ZERO, lapses: Vec::new() }
    }

    /// Tokens left in the packs that are usable on a day.
    pub fn balance(&self, day: Day) -> Tokens {
        self.lots.iter().filter(|lot| lot.usable(day)).map(|lot| lot.left).sum()
    }

    /// The packs, in queue order.
    pub fn lots(&self) -> &[Lot] {
        &self.lots
    }

    /// What lapsed so far, in the order of days.
    pub fn lapses(&self) -> &[Lapse] {
        &self.lapses
    }

    /// Lets packs lapse that ended before `day`. Gives what lapsed.
    pub fn begin_day(&mut self, day: Day) -> Tokens {
        let mut lapsed = Tokens::ZERO;
        for lot in &mut self.lots {
            let Some(end) = lot.end else { continue };
            if end < day && !lot.lapsed {
                lot.lapsed = true;
                if lot.left.is_positive() {
                    lapsed += lot.left;
                    self.lapses.push(Lapse { day: end, tokens: lot.left });
                    lot.left = Tokens::ZERO;
                }
            }
        }
        lapsed
    }

    /// Draws a day's net use from the packs, or gives a net refund back to them.
    pub fn use_tokens(&mut self, day: Day, net: Tokens) -> Drawn {
        if net.0 < 0 { self.give_back(day, -net) } else { self.draw(day, net) }
    }

    fn draw(&mut self, day: Day, mut need: Tokens) -> Drawn {
        let mut cost = Some(Money::ZERO);
        if self.credit.is_positive() && need.is_positive() {
            let part = need.min(self.credit);
            self.credit -= part;
            need -= part;
            cost = self.token_price.map(|price| part.at_price(price));
        }
        for (number, lot) in self.lots.iter_mut().enumerate() {
            if need.is_positive() && lot.usable(day) && lot.left.is_positive() {
                let part = need.min(lot.left);
                let before = lot.charged(self.token_price);
                lot.left -= part;
                lot.drawn += part;
                cost = add(cost, difference(lot.charged(self.token_price), before));
                need -= part;
                remember(&mut self.draws, Some(number), part);
            }
        }
        if need.is_positive() {
            cost = add(cost, self.token_price.map(|price| need.at_price(price)));
            remember(&mut self.draws, None, need);
        }
        Drawn { cost, uncovered: need }
    }

    fn give_back(&mut self, day: Day, mut refund: Tokens) -> Drawn {
        let (mut cost, mut uncovered) = (Some(Money::ZERO), Tokens::ZERO);
        let mut last = None;
        while refund.is_positive() {
            let Some((number, drawn)) = self.draws.last_mut() else {
                let more = self.give_back_unseen(day, refund, last);
                return Drawn { cost: add(cost, more), uncovered };
            };
            last = number.or(last);
            let part = refund.min(*drawn);
            *drawn -= part;
            refund -= part;
            match *number {
                Some(number) => {
                    let lot = &mut self.lots[number];
                    let before = lot.charged(self.token_price);
                    lot.drawn -= part;
                    cost = add(cost, difference(lot.charged(self.token_price), before));
                    if lot.lapsed {
                        let day = lot.end.unwrap_or_default();
                        self.lapses.push(Lapse { day, tokens: part });
                    } else {
                        lot.left += part;
                    }
                }
                None => {
                    uncovered -= part;
                    cost = add(cost, self.token_price.map(|price| (-part).at_price(price)));
                }
            }
            if !self.draws.last().is_some_and(|(_, drawn)| drawn.is_positive()) {
                self.draws.pop();
            }
        }
        Drawn { cost, uncovered }
    }

    /// A refund of more than the rows ever drew is one of use before the first row. It goes into the pack
    /// drawn last, else into the first that is usable, whatever was bought in it, so that the balance stays
    /// what was bought less net use; without such a pack, later use takes it. Gives what it costs.
    fn give_back_unseen(&mut self, day: Day, refund: Tokens, last: Option<usize>) -> Option<Money> {
        let usable = |number: &usize| self.lots[*number].usable(day);
        let number = last.filter(usable).or_else(|| (0..self.lots.len()).find(usable));
        let Some(number) = number else {
            self.credit += refund;
            return self.token_price.map(|price| (-refund).at_price(price));
        };
        let lot = &mut self.lots[number];
        let before = lot.charged(self.token_price);
        lot.drawn -= refund;
        lot.left += refund;
        difference(lot.charged(self.token_price), before)
    }

    /// Makes the balance what a reading says at the end of `day`. Gives the unexplained difference:
    /// negative where tokens were missing.
    pub fn read_balance(&mut self, day: Day, reading: Tokens) -> Tokens {
        let difference = reading - self.balance(day);
        if difference.0 < 0 {
            self.take_out(day, -difference);
        } else if difference.is_positive() {
            self.put_in(day, difference);
        }
        difference
    }

    fn take_out(&mut self, day: Day, mut missing: Tokens) {
        for lot in self.lots.iter_mut().filter(|lot| lot.usable(day)) {
            let part = missing.min(lot.left);
            lot.left -= part;
            missing -= part;
        }
    }

    /// Fills the packs in queue order up to what was bought; what is still over enters the last
    /// usable pack, or, where there is none, a lot of its own without price and end.
    fn put_in(&mut self, day: Day, mut found: Tokens) {
        let mut last = None;
        for (number, lot) in self.lots.iter_mut().enumerate().filter(|(_, lot)| lot.usable(day)) {
            let part = found.min(lot.bought - lot.left);
            if part.is_positive() {
                lot.left += part;
                found -= part;
            }
            last = Some(number);
        }
        if !found.is_positive() {
            return;
        }
        match last {
            Some(number) => self.lots[number].left += found,
            None => self.lots.push(Lot::new(found, None, day, None)),
        }
    }
}

fn remember(draws: &mut Vec<(Option<usize>, Tokens)>, number: Option<usize>, part: Tokens) {
    match draws.last_mut() {
        Some((last, drawn)) if *last == number => *drawn += part,
        _ => draws.push((number, part)),
    }
}

fn add(a: Option<Money>, b: Option<Money>) -> Option<Money> {
    Some(a? + b?)
}

fn difference(after: Option<Money>, before: Option<Money>) -> Option<Money> {
    Some(after? - before?)
}
