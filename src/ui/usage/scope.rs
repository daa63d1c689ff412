//! What of the use is looked at: the time, the filter, and how it is listed.

use crate::browser::page as document;
use crate::session::PeriodForm;
use engine::desk::{ChargeBackBy, Cut, PersonView, Query, Who};
use engine::usage::{Day, Month};
use leptos::prelude::*;

/// The heading that gets the focus when something in the page below it was chosen, since what was
/// pressed may be gone then.
pub const TOP_ID: &str = "usage-top";

/// A stretch of time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Period {
    /// The last complete month.
    LastMonth,
    /// The last 30 days.
    Days30,
    /// The last 90 days.
    Days90,
    /// The last 365 days.
    Months12,
    /// The contract year.
    Term,
    /// Everything.
    #[default]
    All,
    /// As typed; a missing end is open.
    Own(Option<Day>, Option<Day>),
}

impl Period {
    /// All that can be chosen by name.
    pub const NAMED: [Period; 6] =
        [Period::LastMonth, Period::Days30, Period::Days90, Period::Months12, Period::Term, Period::All];
}

/// What the rows and the plan say of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    /// First day of use.
    pub first: Day,
    /// Last day of use.
    pub last: Day,
    /// The last complete day.
    pub as_of: Day,
    /// The contract year, where it is set.
    pub term: (Option<Day>, Option<Day>),
}

impl Known {
    /// The last month that the rows cover whole; the month of the last day where there is none.
    pub fn last_whole_month(&self) -> Month {
        let month = self.as_of.month();
        let whole = if month.last_day() <= self.as_of { month } else { Month(month.0 - 1) };
        whole.max(self.first.month())
    }

    /// First and last day of a period; `None` is open.
    pub fn range(&self, period: Period) -> (Option<Day>, Option<Day>) {
        let lately = |days: i32| (Some(self.as_of.plus(1 - days)), Some(self.as_of));
        match period {
            Period::LastMonth => {
                let month = self.last_whole_month();
                (Some(month.first_day()), Some(month.last_day()))
            }
            Period::Days30 => lately(30),
            Period::Days90 => lately(90),
            Period::Months12 => lately(365),
            Period::Term => self.term,
            Period::All => (None, None),
            Period::Own(from, to) => (from, to),
        }
    }

    /// The same with open ends closed by the rows: what the fields show.
    pub fn days(&self, period: Period) -> (Day, Day) {
        let (from, to) = self.range(period);
        (from.unwrap_or(self.first), to.unwrap_or(self.last))
    }
}

/// What is filtered by, as it is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chosen {
    /// A person.
    pub person: Option<PersonView>,
    /// A product; empty where the files name none.
    pub product: Option<String>,
    /// A team.
    pub team: Option<String>,
    /// A version.
    pub version: Option<String>,
}

impl Chosen {
    /// The query of it in a time.
    pub fn query(&self, (from, to): (Option<Day>, Option<Day>)) -> Query {
        Query {
            from,
            to,
            person: self.person.as_ref().map(|person| person.id.clone()),
            product: self.product.clone(),
            team: self.team.clone(),
            version: self.version.clone(),
            habit: None,
        }
    }

    /// Narrows it to a part of a cut.
    pub fn narrow(&mut self, cut: Cut, who: &Who) {
        let name = match who {
            Who::Person(person) => {
                self.person = Some(person.clone());
                return;
            }
            Who::Name(name) => Some(name.clone()),
        };
        match cut {
            Cut::Product => self.product = name,
            Cut::Team => self.team = name,
            Cut::Version => self.version = name,
            Cut::Person => {}
        }
    }

    /// Takes one part of it away.
    pub fn widen(&mut self, cut: Cut) {
        match cut {
            Cut::Product => self.product = None,
            Cut::Person => self.person = None,
            Cut::Team => self.team = None,
            Cut::Version => self.version = None,
        }
    }

    /// What is chosen, in the order of the chips.
    pub fn parts(&self) -> Vec<(Cut, Who)> {
        let name = |cut, name: &Option<String>| name.clone().map(|name| (cut, Who::Name(name)));
        let person = self.person.clone().map(|person| (Cut::Person, Who::Person(person)));
        let all = [
            name(Cut::Product, &self.product),
            person,
            name(Cut::Team, &self.team),
            name(Cut::Version, &self.version),
        ];
        all.into_iter().flatten().collect()
    }
}

/// By what time is counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Step {
    /// Days.
    Day,
    /// Weeks, from Monday.
    Week,
    /// Months.
    #[default]
    Month,
}

/// The place's own state. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Scope {
    /// The time.
    pub period: RwSignal<Period>,
    /// The two fields of an own period, as typed.
    pub own: RwSignal<Option<PeriodForm>>,
    /// The filter.
    pub chosen: RwSignal<Chosen>,
    /// How it is listed.
    pub cut: RwSignal<Cut>,
    /// The index of the first part shown.
    pub first: RwSignal<u64>,
    /// By what time is counted.
    pub step: RwSignal<Step>,
    /// The month that is compared; `None`: the last whole one.
    pub month: RwSignal<Option<Month>>,
    /// What use is charged to.
    pub charge_to: RwSignal<ChargeBackBy>,
}

impl Default for Scope {
    fn default() -> Scope {
        Scope {
            period: RwSignal::new(Period::default()),
            own: RwSignal::new(None),
            chosen: RwSignal::new(Chosen::default()),
            cut: RwSignal::new(Cut::Product),
            first: RwSignal::new(0),
            step: RwSignal::new(Step::default()),
            month: RwSignal::new(None),
            charge_to: RwSignal::new(ChargeBackBy::Department),
        }
    }
}

impl Scope {
    /// The place's.
    pub fn get() -> Scope {
        expect_context::<Scope>()
    }

    /// Everything as at first: what was chosen may not be in other data. For handlers.
    pub fn forget(self) {
        self.show_period(Period::default());
        self.chosen.set(Chosen::default());
        self.cut.set(Cut::Product);
        self.step.set(Step::default());
        self.month.set(None);
    }

    /// Shows another time. For handlers.
    pub fn show_period(self, period: Period) {
        self.first.set(0);
        self.own.set(None);
        self.period.set(period);
    }

    /// Filters by a part, and lists it by what it is not yet filtered by. For handlers.
    pub fn narrow(self, cut: Cut, who: &Who) {
        self.first.set(0);
        self.chosen.update(|chosen| chosen.narrow(cut, who));
        let is_taken = |cut: Cut| self.chosen.with_untracked(|c| c.parts().iter().any(|part| part.0 == cut));
        if is_taken(self.cut.get_untracked()) {
            let other = [Cut::Product, Cut::Person].into_iter().find(|cut| !is_taken(*cut));
            self.cut.set(other.unwrap_or(Cut::Version));
        }
        document::focus(TOP_ID);
    }

    /// Takes a part of the filter away. For handlers.
    pub fn widen(self, cut: Cut) {
        self.first.set(0);
        self.chosen.update(|chosen| chosen.widen(cut));
        document::focus(TOP_ID);
    }

    /// Lists by something else. For handlers.
    pub fn list_by(self, cut: Cut) {
        self.first.set(0);
        self.cut.set(cut);
    }
}
