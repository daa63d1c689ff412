//! Logs and plans in few words.

use engine::analysis::Report;
use engine::analysis::licences::{Licences, Optimum, PersonLicence};
use engine::plan::{Offer, Plan, Seat};
use engine::usage::{Access, Day, FileRows, Findings, Identity, Log, Money, NewFile, Row, Shape, Tokens};

/// The first covered day of most tests: 2025-11-01, a Saturday.
pub const FIRST: Day = Day(20_393);

/// Rows to be.
#[derive(Default)]
pub struct World {
    rows: FileRows,
    line: u32,
}

impl World {
    pub fn new() -> World {
        World::default()
    }

    /// A row of a team.
    #[allow(clippy::too_many_arguments, reason = "a row has that many cells")]
    pub fn row(&mut self, team: &str, who: &str, product: &str, day: Day, tokens: Tokens, access: Access) {
        let identity = Identity { email: who.to_string(), ..Identity::default() };
        let known = self.rows.identities.iter().rposition(|i| *i == identity);
        let identity = known.unwrap_or_else(|| {
            self.rows.identities.push(identity);
            self.rows.identities.len() - 1
        });
        self.line += 1;
        let row = Row {
            identity: identity as u32,
            pool: self.rows.pools.intern(team),
            product: self.rows.products.intern(product),
            version: self.rows.versions.intern(""),
            day,
            tokens,
            line: self.line + 1,
            access,
        };
        self.rows.rows.push(row);
    }

    /// A charge of whole tokens on the `day`th covered day.
    pub fn charge(&mut self, who: &str, product: &str, day: i32, tokens: i64) {
        self.row("", who, product, FIRST.plus(day), Tokens::whole(tokens), Access::Flex);
    }

    /// Charges on every `step`th day.
    pub fn every(&mut self, who: &str, product: &str, days: std::ops::Range<i32>, step: usize, tokens: i64) {
        for day in days.step_by(step) {
            self.charge(who, product, day, tokens);
        }
    }

    /// Use through a seat.
    pub fn seat_use(&mut self, who: &str, product: &str, day: i32) {
        self.row("", who, product, FIRST.plus(day), Tokens::ZERO, Access::Subscription);
    }

    /// Somebody who makes the log cover `days` days from [`FIRST`] on, and costs nothing to speak of.
    pub fn covering(mut self, days: i32) -> World {
        self.charge("clock@firm.example", "Clock", 0, 1);
        self.charge("clock@firm.example", "Clock", days - 1, 1);
        self
    }

    pub fn log(self) -> Log {
        let mut log = Log::default();
        log.add(NewFile {
            name: "usage.csv".to_string(),
            shape: Shape::Daily,
            rows: self.rows.rows.len() as u64,
            left_out: 0,
            tokens_left_out: Tokens::ZERO,
            findings: Findings::default(),
            usable: self.rows,
        });
        log.settle();
        log
    }
}

/// What was worked out, with what it was worked out from.
pub struct Worked {
    pub log: Log,
    pub plan: Plan,
    pub report: Report,
    pub licences: Licences,
}

impl Worked {
    pub fn of(world: World, plan: Plan) -> Worked {
        Worked::of_log(world.log(), plan)
    }

    pub fn of_log(log: Log, plan: Plan) -> Worked {
        let report = Report::of(&log, &plan, None).expect("use");
        let licences = Licences::of(&log, &plan, &report);
        Worked { log, plan, report, licences }
    }

    pub fn optimum(&self) -> &Optimum {
        self.licences.optimum.as_ref().expect("an optimum")
    }

    pub fn person(&self, id: &str) -> &PersonLicence {
        let number = self.log.people().iter().position(|person| person.id == id).expect("a known person");
        self.optimum().person(number as u32).expect("use in the window")
    }

    /// The offers of a person's best mix.
    pub fn best(&self, id: &str) -> Vec<&str> {
        self.licences.book.names(self.person(id).best.offers)
    }

    /// The ids of the moves, in their order.
    pub fn moves(&self) -> Vec<&str> {
        self.optimum().moves().map(|who| self.log.people()[who.person as usize].id.as_str()).collect()
    }
}

/// An offer of whole money.
pub fn offer(name: &str, covers: &[&str], price: i64) -> Offer {
    Offer {
        name: name.to_string(),
        covers: covers.iter().map(ToString::to_string).collect(),
        price_per_year: Some(Money::whole(price)),
        dated: None,
    }
}

/// A plan with a token price of 3 and some offers.
pub fn plan(offers: Vec<Offer>) -> Plan {
    Plan { token_price: Some(Money::whole(3)), offers: Some(offers), ..Plan::default() }
}

pub fn seat(user: &str, offer: &str, to: Option<Day>) -> Seat {
    Seat { user: user.to_string(), offer: offer.to_string(), from: None, to }
}

/// The built-in example's log, read in the plainest way.
pub fn example_log() -> Log {
    let mut world = World::new();
    for line in engine::example::csv().lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let day = Day::parse_iso(cells[0]).unwrap();
        world.row(cells[4], cells[3], cells[5], day, Tokens::whole(cells[8].parse().unwrap()), Access::Flex);
    }
    world.log()
}

/// A small fixed generator (SplitMix64).
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, count: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % count
    }
}
