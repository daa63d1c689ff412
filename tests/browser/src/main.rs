//! Whole stories in real browsers: Chromium, Firefox and WebKit open the one file from the disk,
//! as its readers do, and are driven over WebDriver.
//!
//! A plain program instead of `#[test]`s, since the stories need drivers, a screen and three
//! engines for each, and the reader wants one line for each story and engine.
#![allow(clippy::print_stdout, reason = "a command-line tool speaks on standard output")]

mod args;
mod bench;
mod driver;
mod engine;
mod outcome;
mod page;
mod pdf;
mod processes;
mod runner;
mod session;
mod shots;
mod stories;

/// The installer of the development kit: it alone knows the versions and where they lie.
#[path = "../../../xtask/src/browsers.rs"]
mod browsers;

use std::path::PathBuf;
use std::process::ExitCode;

use args::{Args, Wish};
use tokio::signal::unix::{SignalKind, signal};

fn main() -> ExitCode {
    let args = match Args::read(std::env::args().skip(1)) {
        Ok(args) => args,
        Err(why) => {
            eprintln!("{why}\n\n{}", args::HELP);
            return ExitCode::from(2);
        }
    };
    let runtime = match tokio::runtime::Builder::new_current_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(why) => {
            eprintln!("The runtime cannot be started: {why}.");
            return ExitCode::FAILURE;
        }
    };
    let local = tokio::task::LocalSet::new();
    local.block_on(&runtime, async {
        // Leaving `work` unfinished drops its sessions, and these end what they have started: no
        // browser stays behind when somebody presses Ctrl-C.
        tokio::select! {
            code = work(args) => code,
            () = told_to_stop() => {
                eprintln!("Stopped.");
                ExitCode::from(130)
            }
        }
    })
}

async fn work(args: Args) -> ExitCode {
    let done = match &args.wish {
        Wish::Help => {
            println!("{}", args::HELP);
            Ok(true)
        }
        Wish::List => {
            runner::list();
            Ok(true)
        }
        Wish::Install => browsers::ensure().map(|()| true),
        Wish::Stories => runner::run(&args).await,
        Wish::Bench => bench::measure(&args).await.map(|()| true),
        Wish::Shots(folder) => shots::take(&args, folder).await.map(|()| true),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

async fn told_to_stop() {
    let (Ok(mut interrupt), Ok(mut end)) = (signal(SignalKind::interrupt()), signal(SignalKind::terminate()))
    else {
        return std::future::pending().await;
    };
    tokio::select! {
        _ = interrupt.recv() => {}
        _ = end.recv() => {}
    }
}

/// The workspace's folder.
fn root() -> PathBuf {
    let package = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    package.ancestors().nth(2).map_or(package.clone(), PathBuf::from)
}
