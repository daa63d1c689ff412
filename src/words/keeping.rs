//! Saving what is on the page, and opening it again.

use super::numbers::bytes;

/// What a workspace is.
pub const WORKSPACE: &str = "A workspace holds what you entered here, and your usage only where you keep the \
                             exports in it. It names people you decided on or gave seats, also while names are \
                             hidden. Open it by dropping it on the page.";
/// What it means to keep the exports, and whom the file then names.
pub const KEEP_HINT: &str = "The portal deletes exports after 14 days; here they stay whole. Whoever has the file \
                             then has everything in the exports, people’s names too, even while names are hidden.";
/// A listener hears it while the exports are packed.
pub const PACKING: &str = "Packing the exports…";
/// Files were removed while they were packed.
pub const FILES_CHANGED: &str = "The files changed meanwhile.";

/// `Keep the exports in it (12.4 MB, smaller when packed)`.
pub fn keep(size: u64) -> String {
    format!("Keep the exports in it ({}, smaller when packed)", bytes(size))
}

/// The exports are more than a workspace can hold.
pub fn too_much(size: u64, max: u64) -> String {
    not_saved(&format!(
        "With the exports it would hold {}, and it can hold {}. Save it without them.",
        bytes(size),
        bytes(max)
    ))
}

/// The workspace was not saved, and why.
pub fn not_saved(why: &str) -> String {
    format!("The workspace was not saved. {why}")
}

/// An export in a workspace is not what was put into it.
pub fn damaged(workspace: &str, export: &str) -> String {
    format!(
        "{workspace}: the export “{export}” kept in it is damaged and was not read. Everything else in it was opened."
    )
}
