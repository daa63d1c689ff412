//! The message that stands in index.html until the page is mounted.

/// Takes the boot message away: the page is there.
pub fn done() {
    if let Some(boot) = super::document().and_then(|d| d.get_element_by_id("boot")) {
        boot.remove();
    }
}
