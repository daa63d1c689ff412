//! Every word of the page.
//!
//! Components hold no sentences of their own: they ask for one here, with the numbers that go in.
//! Owns plurals, the reading form of numbers and days, and how a person is shown.

pub mod alerts;
pub mod budgets;
pub mod charge_back;
pub mod copies;
pub mod fields;
pub mod findings;
pub mod forecast;
pub mod gauge;
pub mod guide;
pub mod habit_desk;
pub mod habits;
pub mod keeping;
pub mod left_out;
pub mod licences;
mod locale;
pub mod lookout;
pub mod mail;
pub mod mapping;
pub mod numbers;
pub mod page;
pub mod people;
pub mod plural;
pub mod purchase;
pub mod purchases;
pub mod questions;
pub mod reading;
pub mod review;
pub mod sums;
pub mod team;
pub mod then;
pub mod usage;
pub mod why;
