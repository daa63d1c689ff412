//! `cargo xtask test`: everything that can be checked, in one run that goes on after a failure.

use crate::{browsers, cargo, package, step, wasm};
use anyhow::{Result, bail};
use std::fmt;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

/// How many tests passed and failed.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Count {
    /// Passed.
    pub passed: u32,
    /// Failed.
    pub failed: u32,
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// Runs all checks and tests, or with `--no-browsers` those that need no browser. Other arguments
/// are names: then only the tests whose name contains one of them run, native and in browsers.
pub fn run(args: &[String]) -> Result<()> {
    let (options, names): (Vec<&str>, Vec<&str>) =
        args.iter().map(String::as_str).partition(|arg| arg.starts_with("--"));
    let browsers = match options.as_slice() {
        [] => true,
        ["--no-browsers"] => false,
        other => bail!("`test` takes --no-browsers and names, not {}", other.join(" ")),
    };
    let mut tally = Tally::default();
    if names.is_empty() {
        checks(&mut tally);
    }
    native(&mut tally, &names);
    if browsers {
        in_browsers(&mut tally, &names);
    }
    tally.finish()
}

/// Formatting and lints, each counted as one test.
fn checks(tally: &mut Tally) {
    tally.check("cargo fmt --check", || step::run(cargo::cargo().args(["fmt", "--all", "--check"])));
    tally.check("clippy", || {
        let mut clippy = cargo::cargo();
        clippy.args(["clippy", "--quiet", "--all-targets"]);
        clippy.args(["-p", "flexgauge", "-p", "engine", "-p", "xtask", "-p", "browser-tests"]);
        clippy.args(["-p", "bench-readers", "-p", "bench-forecasts"]);
        step::run(clippy.args(["--", "-D", "warnings"]))
    });
    tally.check("clippy for wasm", || {
        let mut clippy = wasm::toolchain()?.cargo();
        clippy.args(["clippy", "--quiet", "--lib", "--bins", "--target", wasm::TARGET]);
        step::run(clippy.args(["-p", "flexgauge", "-p", "engine", "--", "-D", "warnings"]))
    });
}

/// The packages are named: with `--workspace` a WebDriver client would come into the page's graph.
fn native(tally: &mut Tally, names: &[&str]) {
    let mut command = cargo::cargo();
    command.args(["test", "--no-fail-fast", "-p", "engine", "-p", "flexgauge", "-p", "xtask", "--"]);
    tally.count("native tests", command.args(names), Line::OfOneBinary);
}

fn in_browsers(tally: &mut Tally, names: &[&str]) {
    let packed = tally.check("package", || package::package().map(|_| ()));
    let installed = tally.check("browsers and drivers", || browsers::ensure().map_err(anyhow::Error::msg));
    if !packed || !installed {
        return;
    }
    let mut command = browser_tests();
    for name in names {
        command.args(["--only", name]);
    }
    tally.count("stories in browsers", &mut command, Line::OfAll);
}

/// The one story about the page that Trunk built.
pub fn trunk_story(address: &str) -> Result<Count> {
    browsers::ensure().map_err(anyhow::Error::msg)?;
    counted(
        browser_tests().args(["--engine", "chromium", "--only", "trunk", "--trunk", address]),
        Line::OfAll,
    )
}

/// The program that drives browsers.
pub fn browser_tests() -> Command {
    let mut command = cargo::cargo();
    command.args(["run", "--quiet", "--package", "browser-tests", "--"]);
    command
}

/// Which lines of a runner's output count.
#[derive(Clone, Copy)]
enum Line {
    /// `test result: ok. 12 passed; 0 failed; …`, one for each test binary: they add up.
    OfOneBinary,
    /// `12 passed, 0 failed`: the last one counts.
    OfAll,
}

#[derive(Default)]
struct Tally {
    total: Count,
    lines: Vec<String>,
}

impl Tally {
    fn check(&mut self, what: &str, work: impl FnOnce() -> Result<()>) -> bool {
        let done = step::step(what, work);
        let count = Count { passed: u32::from(done.is_ok()), failed: u32::from(done.is_err()) };
        self.add(what, count, done.as_ref().err());
        done.is_ok()
    }

    fn count(&mut self, what: &str, command: &mut Command, line: Line) {
        match step::step(what, || counted(command, line)) {
            Ok(count) => self.add(what, count, None),
            Err(error) => self.add(what, Count { passed: 0, failed: 1 }, Some(&error)),
        }
    }

    fn add(&mut self, what: &str, count: Count, error: Option<&anyhow::Error>) {
        self.total.passed += count.passed;
        self.total.failed += count.failed;
        let why = error.map(|error| format!(" ({error:#})")).unwrap_or_default();
        self.lines.push(format!("{what}: {count}{why}"));
    }

    /// The last line is read by programs: nothing follows it.
    fn finish(self) -> Result<()> {
        step::note("");
        for line in &self.lines {
            step::note(line);
        }
        step::say(&self.total.to_string());
        if self.total.failed > 0 || self.total.passed == 0 {
            // Said already.
            std::process::exit(1);
        }
        Ok(())
    }
}

/// Runs a test runner, passes its output on, and counts. An end in failure without a failed test
/// (it did not compile, say) counts as one.
fn counted(command: &mut Command, line: Line) -> Result<Count> {
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn()?;
    let mut total = Count::default();
    if let Some(out) = child.stdout.take() {
        for text in BufReader::new(out).lines() {
            let text = text?;
            eprintln!("{text}");
            match (line, count_in(&text, line)) {
                (_, None) => {}
                (Line::OfAll, Some(count)) => total = count,
                (Line::OfOneBinary, Some(count)) => {
                    total.passed += count.passed;
                    total.failed += count.failed;
                }
            }
        }
    }
    let status = child.wait()?;
    if !status.success() && total.failed == 0 {
        total.failed = 1;
    }
    Ok(total)
}

fn count_in(text: &str, line: Line) -> Option<Count> {
    let (text, between) = match line {
        Line::OfOneBinary => (text.strip_prefix("test result: ")?.split_once(". ")?.1, "; "),
        Line::OfAll => (text, ", "),
    };
    let mut parts = text.split(between);
    let passed = parts.next()?.strip_suffix(" passed")?.parse().ok()?;
    let failed = parts.next()?.strip_suffix(" failed")?.parse().ok()?;
    Some(Count { passed, failed })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lines_of_both_runners_are_counted() {
        let cargo = "test result: FAILED. 12 passed; 3 failed; 1 ignored; 0 measured; 0 filtered out";
        assert_eq!(count_in(cargo, Line::OfOneBinary), Some(Count { passed: 12, failed: 3 }));
        let stories = "31 passed, 0 failed, 2 skipped";
        assert_eq!(count_in(stories, Line::OfAll), Some(Count { passed: 31, failed: 0 }));
        assert_eq!(count_in("2 of 3 passed, so far", Line::OfAll), None);
    }
}
