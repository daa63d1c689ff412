//! The places of the page, each with an address of its own after `#`.

use super::state::Ui;
use crate::browser::{clock, location, page as document};
use crate::words::page;
use leptos::prelude::*;

/// A place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// The three answers.
    #[default]
    Overview,
    /// Who, what, when, how much.
    Usage,
    /// What each habit costs, and what changing it saves.
    Habits,
    /// The cheapest right licence for every person.
    Licences,
    /// When the tokens run out, and how sure that is.
    Forecast,
    /// What to buy, until when, and what to ask for.
    Purchase,
    /// The fifteen minutes a month.
    Review,
}

impl Place {
    /// All of them, in the order of the bar.
    pub const ALL: [Place; 7] = [
        Place::Overview,
        Place::Usage,
        Place::Habits,
        Place::Licences,
        Place::Forecast,
        Place::Purchase,
        Place::Review,
    ];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Place::Overview => page::OVERVIEW,
            Place::Usage => page::USAGE,
            Place::Habits => page::HABITS,
            Place::Licences => page::LICENCES,
            Place::Forecast => page::FORECAST,
            Place::Purchase => page::PURCHASE,
            Place::Review => page::REVIEW,
        }
    }

    /// Its address after `#`.
    pub fn address(self) -> &'static str {
        match self {
            Place::Overview => "overview",
            Place::Usage => "usage",
            Place::Habits => "habits",
            Place::Licences => "licences",
            Place::Forecast => "forecast",
            Place::Purchase => "purchase",
            Place::Review => "review",
        }
    }

    /// The place of an address; `None` where it is none, such as a heading to jump to.
    pub fn at(address: &str) -> Option<Place> {
        Place::ALL.into_iter().find(|place| place.address() == address)
    }
}

/// Shows the place of the address, now and whenever it changes.
pub fn follow_address(ui: Ui) {
    if let Some(place) = Place::at(&location::hash()) {
        ui.place.set(place);
    }
    location::on_hash_change(move |address| {
        let Some(place) = Place::at(&address) else { return };
        ui.place.set(place);
        document::set_title(&page::title_of(place.name()));
        // Once the place is drawn; a listener then hears where they are.
        clock::after(0, || {
            document::to_top();
            document::focus("main");
        });
    });
}
