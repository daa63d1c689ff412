//! The stories. Each is a function over a page that is open already; the table says in which
//! engines and with what browser it is told.

mod answers;
mod budgets;
mod copies;
mod files;
mod habits;
mod harness;
mod months;
mod no_wasm;
mod panics;
mod places;
mod review;
mod steps;
mod thread;
mod usage;

use std::future::Future;
use std::pin::Pin;

use crate::engine::{ALL, Engine, Setup};
use crate::outcome::Outcome;
use crate::page::Page;

type Told<'a> = Pin<Box<dyn Future<Output = Outcome> + 'a>>;

/// Which page a story is told on.
#[derive(Clone, Copy, PartialEq)]
pub enum Where {
    /// The one file.
    Packed,
    /// What `trunk serve` serves; only when its address was given.
    Served,
    /// The harness's own page.
    Fixture,
}

/// A story in the table.
pub struct Story {
    pub name: &'static str,
    pub engines: &'static [Engine],
    pub setup: Setup,
    pub page: Where,
    /// At the end of every story the page must not have complained nor asked the network for
    /// anything, unless the story makes it do so; then it looks for itself.
    pub loud: bool,
    pub tell: for<'a> fn(&'a Page) -> Told<'a>,
}

/// What most stories have in common.
const USUAL: Story = Story {
    name: "",
    engines: ALL,
    setup: Setup { dark: false, without_wasm: false },
    page: Where::Packed,
    loud: false,
    tell: |_| Box::pin(async { Ok(()) }),
};

pub const TABLE: &[Story] = &[
    Story { name: "harness_acts", page: Where::Fixture, tell: |page| Box::pin(harness::acts(page)), ..USUAL },
    Story {
        name: "harness_is_strict",
        page: Where::Fixture,
        loud: true,
        tell: |page| Box::pin(harness::strict(page)),
        ..USUAL
    },
    Story {
        name: "harness_notices",
        page: Where::Fixture,
        loud: true,
        tell: |page| Box::pin(harness::notices(page)),
        ..USUAL
    },
    Story {
        name: "harness_checks_accessibility",
        page: Where::Fixture,
        loud: true,
        tell: |page| Box::pin(harness::checks_accessibility(page)),
        ..USUAL
    },
    Story { name: "upload_shows_row_count", tell: |page| Box::pin(thread::upload(page)), ..USUAL },
    Story { name: "drop_shows_row_count", tell: |page| Box::pin(thread::dropped(page)), ..USUAL },
    Story {
        name: "one_export_gives_three_answers",
        tell: |page| Box::pin(answers::of_one_export(page)),
        ..USUAL
    },
    Story {
        name: "a_workspace_gives_a_run_out_date",
        tell: |page| Box::pin(answers::of_a_workspace(page)),
        ..USUAL
    },
    Story {
        name: "exports_are_kept_on_request",
        tell: |page| Box::pin(answers::of_kept_exports(page)),
        ..USUAL
    },
    Story {
        name: "the_short_form_can_be_undone",
        tell: |page| Box::pin(answers::of_the_short_form(page)),
        ..USUAL
    },
    Story {
        name: "the_example_explains_itself",
        tell: |page| Box::pin(answers::of_the_example(page)),
        ..USUAL
    },
    Story { name: "bad_files_get_sentences", tell: |page| Box::pin(answers::of_bad_files(page)), ..USUAL },
    Story { name: "files_without_days_tell_sums", tell: |page| Box::pin(answers::of_sums(page)), ..USUAL },
    Story { name: "a_log_is_mapped_once", tell: |page| Box::pin(files::mapped_once(page)), ..USUAL },
    Story {
        name: "a_question_is_answered_and_undone",
        tell: |page| Box::pin(files::questioned(page)),
        ..USUAL
    },
    Story { name: "purchases_become_packs", tell: |page| Box::pin(files::bought(page)), ..USUAL },
    Story { name: "stop_keeps_what_was_loaded", tell: |page| Box::pin(files::stopped(page)), ..USUAL },
    Story {
        name: "stop_in_a_second_reading_keeps_the_files",
        tell: |page| Box::pin(files::stopped_again(page)),
        ..USUAL
    },
    Story { name: "habits_by_keyboard", tell: |page| Box::pin(habits::by_keyboard(page)), ..USUAL },
    Story {
        name: "accepted_moves_change_the_run_out",
        tell: |page| Box::pin(places::of_accepted_moves(page)),
        ..USUAL
    },
    Story {
        name: "a_missing_price_is_asked_for",
        tell: |page| Box::pin(places::of_a_missing_price(page)),
        ..USUAL
    },
    Story {
        name: "two_months_tell_what_changed",
        tell: |page| Box::pin(usage::of_two_months(page)),
        ..USUAL
    },
    Story { name: "budgets_by_busy_period", tell: |page| Box::pin(budgets::by_busy_period(page)), ..USUAL },
    Story { name: "a_month_is_reviewed_and_kept", tell: |page| Box::pin(review::of_a_month(page)), ..USUAL },
    Story {
        name: "two_months_are_reviewed_and_reported_on_paper",
        tell: |page| Box::pin(months::reviewed(page)),
        ..USUAL
    },
    Story {
        name: "charts_and_tables_are_copied",
        tell: |page| Box::pin(copies::of_charts_and_tables(page)),
        ..USUAL
    },
    Story {
        name: "the_example_in_the_dark",
        setup: Setup { dark: true, without_wasm: false },
        tell: |page| Box::pin(answers::of_the_example(page)),
        ..USUAL
    },
    Story {
        name: "trunk_page_shows_row_count",
        page: Where::Served,
        tell: |page| Box::pin(thread::upload(page)),
        ..USUAL
    },
    Story {
        name: "page_panic_keeps_workspace",
        loud: true,
        tell: |page| Box::pin(panics::in_page(page)),
        ..USUAL
    },
    Story {
        name: "worker_panic_keeps_workspace",
        loud: true,
        tell: |page| Box::pin(panics::in_worker(page)),
        ..USUAL
    },
    Story {
        name: "no_webassembly_is_said",
        setup: Setup { dark: false, without_wasm: true },
        tell: |page| Box::pin(no_wasm::said(page)),
        ..USUAL
    },
];
