//! What the page knows: the plan with its past, the files, the last answers.
//!
//! [`State`] changes only in [`State::on`], a plain function of an event that gives back what is to
//! be done; [`Session`] does it, through `browser`, and hands the state to components as signals.

mod event;
mod forms;
mod keeping;
mod mapping;
mod reduce;
mod report;
mod state;
mod store;
mod view;
mod workspace;

pub use event::{Command, Copied, Event};
pub use forms::{
    BoughtForm, Field, LeftForm, PeriodForm, bought_field, certainty_field, currency_field, day_field,
    days_field, end_field, number_field, price_field, tokens_field, typed_number, typed_price,
};
pub use mapping::{RowKind, answer, choose, range_answer, with_kind};
pub use state::{Content, FileEntry, Notice, Stage, State};
pub use store::Session;
pub use view::{View, part_of};
pub use workspace::{
    EXPORTS_BYTES_MAX, Opened, WORKSPACE_BYTES_MAX, WORKSPACE_FILE, open_workspace, workspace_text,
    workspace_with,
};
