//! The page's components, one panel a file. They show what the session knows and tell it what was
//! done; the browser is named in handlers only, and words come from `words`.

pub mod advice;
pub mod alerts;
pub mod app;
pub mod balance;
pub mod band;
pub mod cards;
pub mod consumers;
pub mod copies;
pub mod draft;
pub mod empty;
pub mod figure;
pub mod forecast;
pub mod frame;
pub mod gauge;
pub mod guide;
pub mod habit;
pub mod habits;
pub mod left_form;
pub mod left_out;
pub mod licences;
pub mod loading;
pub mod mapping;
pub mod months;
pub mod notices;
pub mod overview;
pub mod pager;
pub mod picture;
pub mod place;
pub mod plan;
pub mod proof;
pub mod purchase;
pub mod purchases;
pub mod questions;
pub mod read;
pub mod review;
pub mod run_out;
pub mod side_bar;
pub mod state;
pub mod sums;
pub mod switch;
pub mod then;
mod turns;
pub mod usage;
pub mod why;

pub use app::App;
