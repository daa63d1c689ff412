//! Mounts the page, or serves the worker: the same module runs as both.

use flexgauge::{browser, ui, worker};
use leptos::prelude::*;

fn main() {
    browser::panic::install_hook();
    if browser::in_worker() {
        worker::start();
    } else if browser::in_window() {
        mount_to_body(ui::App);
        browser::page::boot_is_done();
        browser::forced::watch();
    }
}
