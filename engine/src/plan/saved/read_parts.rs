//! Reads the parts of a plan.

use super::read::{Field, Reader};
use crate::plan::{
    Budget, BudgetOf, Busy, BusyBudget, BusyChange, Caps, Clauses, Decision, Move, Offer, Pack, Reading,
    Recognition, Seat, VolumePrice,
};
use crate::usage::{Day, Money, Tokens, WEEKDAYS};
use serde_json::{Map, Value};

type Fields = Map<String, Value>;

impl Reader {
    pub fn pack(&mut self, mut fields: Fields, at: &str) -> Option<Pack> {
        let pool = self.text(fields.remove("pool"), &format!("{at}.pool"));
        let tokens = self.needed(&mut fields, at, "tokens", Reader::amount)?;
        let price = self.amount(fields.remove("price"), &format!("{at}.price")).map(Money);
        let start = self.needed(&mut fields, at, "start", Reader::day)?;
        let end = self.day(fields.remove("end"), &format!("{at}.end"));
        self.in_order(Some(start), end, at);
        Some(Pack { pool, tokens: Tokens(tokens), price, start, end })
    }

    pub fn reading(&mut self, mut fields: Fields, at: &str) -> Option<Reading> {
        let pool = self.text(fields.remove("pool"), &format!("{at}.pool"));
        let day = self.needed(&mut fields, at, "day", Reader::day)?;
        let tokens = self.needed(&mut fields, at, "tokens", Reader::amount)?;
        Some(Reading { pool, day, tokens: Tokens(tokens) })
    }

    pub fn volume_price(&mut self, mut fields: Fields, at: &str) -> Option<VolumePrice> {
        let from_tokens = self.needed(&mut fields, at, "from_tokens", Reader::amount)?;
        let token_price = self.needed(&mut fields, at, "token_price", Reader::amount)?;
        Some(VolumePrice { from_tokens: Tokens(from_tokens), token_price: Money(token_price) })
    }

    pub fn offer(&mut self, mut fields: Fields, at: &str) -> Option<Offer> {
        let name = self.needed(&mut fields, at, "name", Reader::text)?;
        let covers = (fields.remove("covers"), format!("{at}.covers"));
        let covers = self.values((covers.0, &covers.1), Reader::text);
        let price = self.amount(fields.remove("price_per_year"), &format!("{at}.price_per_year"));
        let dated = self.text(fields.remove("dated"), &format!("{at}.dated"));
        // An offer that names no products covers the product of its own name.
        let covers = if covers.is_empty() { vec![name.clone()] } else { covers };
        Some(Offer { name, covers, price_per_year: price.map(Money), dated })
    }

    pub fn seat(&mut self, mut fields: Fields, at: &str) -> Option<Seat> {
        let user = self.needed(&mut fields, at, "user", Reader::text)?;
        let offer = self.needed(&mut fields, at, "offer", Reader::text)?;
        let from = self.day(fields.remove("from"), &format!("{at}.from"));
        let to = self.day(fields.remove("to"), &format!("{at}.to"));
        self.in_order(from, to, at);
        Some(Seat { user: user.trim().to_lowercase(), offer, from, to })
    }

    pub fn one_move(&mut self, mut fields: Fields, at: &str) -> Option<Move> {
        let user = self.needed(&mut fields, at, "user", Reader::text)?;
        let offers = (fields.remove("offers"), format!("{at}.offers"));
        let offers = self.values((offers.0, &offers.1), Reader::text);
        Some(Move { user: user.trim().to_lowercase(), offers })
    }

    /// By person, one each: the first of several counts.
    pub fn decisions(&mut self, field: Field<'_>) -> Vec<Decision> {
        let mut decisions = self.list(field, Reader::decision);
        decisions.sort_by(|a, b| a.user.cmp(&b.user));
        decisions.dedup_by(|next, kept| next.user == kept.user);
        decisions
    }

    fn decision(&mut self, mut fields: Fields, at: &str) -> Option<Decision> {
        let user = self.needed(&mut fields, at, "user", Reader::text)?;
        Some(Decision {
            user: user.trim().to_lowercase(),
            declined: self.flag(fields.remove("declined"), &format!("{at}.declined")),
            pinned: self.flag(fields.remove("pinned"), &format!("{at}.pinned")),
            note: self.text(fields.remove("note"), &format!("{at}.note")),
        })
    }

    pub fn budget(&mut self, mut fields: Fields, at: &str) -> Option<Budget> {
        let is_of_pool = fields.contains_key("pool");
        let pool = self.text(fields.remove("pool"), &format!("{at}.pool"));
        let pool = is_of_pool.then_some(BudgetOf::Pool(pool));
        let team = self.text(fields.remove("team"), &format!("{at}.team")).map(BudgetOf::Team);
        let project = self.text(fields.remove("project"), &format!("{at}.project")).map(BudgetOf::Project);
        let tokens = self.needed(&mut fields, at, "tokens_per_month", Reader::amount)?;
        let mut busy: Vec<BusyBudget> = Vec::new();
        for one in self.list((fields.remove("busy"), &format!("{at}.busy")), Reader::busy_budget) {
            // The first of several of one name counts.
            if busy.iter().all(|other| other.period != one.period) {
                busy.push(one);
            }
        }
        let Some(of) = team.or(project).or(pool) else {
            self.problems.push(format!(
                "The plan’s “{at}” names neither a pool, a team nor a project. Nothing was changed."
            ));
            return None;
        };
        Some(Budget { of, tokens_per_month: Tokens(tokens), busy })
    }

    fn busy_budget(&mut self, mut fields: Fields, at: &str) -> Option<BusyBudget> {
        let period = self.needed(&mut fields, at, "period", Reader::text)?;
        let tokens = self.needed(&mut fields, at, "tokens_per_month", Reader::amount)?;
        Some(BusyBudget { period, tokens_per_month: Tokens(tokens) })
    }

    pub fn busy(&mut self, mut fields: Fields, at: &str) -> Option<Busy> {
        let name = self.text(fields.remove("name"), &format!("{at}.name")).unwrap_or_default();
        let from = self.needed(&mut fields, at, "from", Reader::day)?;
        let to = self.needed(&mut fields, at, "to", Reader::day)?;
        self.in_order(Some(from), Some(to), at);
        let percent = self.percent(fields.remove("percent"), &format!("{at}.percent"));
        let tokens = self.amount(fields.remove("tokens_per_day"), &format!("{at}.tokens_per_day"));
        let change = match (percent, tokens) {
            (Some(percent), None) => BusyChange::Percent(percent),
            (None, Some(tokens)) => BusyChange::TokensPerDay(Tokens(tokens)),
            _ => {
                self.problems.push(format!(
                    "The plan’s “{at}” needs either “percent” or “tokens_per_day”. Nothing was changed."
                ));
                return None;
            }
        };
        let probability = self.share(fields.remove("probability"), &format!("{at}.probability"));
        Some(Busy { name, from, to, change, probability: probability.unwrap_or(1.0) })
    }

    pub fn clauses(&mut self, (value, at): Field<'_>) -> Clauses {
        let mut fields = self.object(value, at);
        Clauses {
            same_price_true_up: self
                .flag(fields.remove("same_price_true_up"), &format!("{at}.same_price_true_up")),
            roll_over: self.flag(fields.remove("roll_over"), &format!("{at}.roll_over")),
            grace_days: self.days(fields.remove("grace_days"), &format!("{at}.grace_days")).unwrap_or(0),
            longer_days: self.days(fields.remove("longer_days"), &format!("{at}.longer_days")).unwrap_or(0),
        }
    }

    pub fn recognition(&mut self, (value, at): Field<'_>) -> Recognition {
        let mut fields = self.object(value, at);
        Recognition {
            off: self.flag(fields.remove("off"), &format!("{at}.off")),
            target_per_day: self
                .amount(fields.remove("target_per_day"), &format!("{at}.target_per_day"))
                .map(Tokens),
            days_min: self.days(fields.remove("days_min"), &format!("{at}.days_min")),
        }
    }

    pub fn caps(&mut self, (value, at): Field<'_>) -> Caps {
        let mut fields = self.object(value, at);
        Caps {
            user_per_day: self
                .amount(fields.remove("user_per_day"), &format!("{at}.user_per_day"))
                .map(Tokens),
            pool_per_day: self
                .amount(fields.remove("pool_per_day"), &format!("{at}.pool_per_day"))
                .map(Tokens),
            session_hours: self.hours(fields.remove("session_hours"), &format!("{at}.session_hours")),
        }
    }

    pub fn working_days(&mut self, field: Field<'_>) -> Option<[bool; 7]> {
        field.0.as_ref().filter(|value| !value.is_null())?;
        let mut week = [false; 7];
        let names = self.values(field, |reader, value, at| {
            let value = value?;
            let weekday = value.as_str().and_then(|name| WEEKDAYS.iter().position(|day| *day == name));
            if weekday.is_none() {
                reader.expected(at, &value, "one of Mon, Tue, Wed, Thu, Fri, Sat, Sun");
            }
            weekday
        });
        for weekday in names {
            week[weekday] = true;
        }
        Some(week)
    }

    pub fn days_list(&mut self, field: Field<'_>) -> Vec<Day> {
        let mut days = self.values(field, Reader::day);
        days.sort_unstable();
        days.dedup();
        days
    }

    pub fn amounts_of(&mut self, field: Field<'_>) -> Option<Vec<i64>> {
        field.0.as_ref().filter(|value| !value.is_null())?;
        let mut amounts = self.values(field, Reader::amount);
        amounts.retain(|amount| *amount > 0);
        amounts.sort_unstable();
        amounts.dedup();
        Some(amounts).filter(|amounts| !amounts.is_empty())
    }

    pub fn tiers(&mut self, field: Field<'_>) -> Option<Vec<f64>> {
        field.0.as_ref().filter(|value| !value.is_null())?;
        let mut tiers = self.values(field, Reader::percent);
        tiers.sort_by(f64::total_cmp);
        Some(tiers)
    }

    pub fn seed(&mut self, (value, at): Field<'_>) -> Option<u64> {
        let value = value.filter(|value| !value.is_null())?;
        let seed = value.as_u64();
        if seed.is_none() {
            self.expected(at, &value, "a whole number");
        }
        seed
    }

    pub fn in_order(&mut self, from: Option<Day>, to: Option<Day>, at: &str) {
        if from.zip(to).is_some_and(|(from, to)| to < from) {
            self.problems.push(format!("The plan’s “{at}” ends before it starts. Nothing was changed."));
        }
    }
}
