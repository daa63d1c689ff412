//! What the kit says: one line a step, with the seconds it took.
//!
//! Steps go to standard error and results to standard output, so that `analyze` can be piped.

use anyhow::{Context, Result, bail};
use std::process::{Command, Stdio};
use std::time::Instant;

/// Does a step and says how long it took.
pub fn step<T>(what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    eprintln!("▸ {what}");
    let begun = Instant::now();
    let done = work();
    let seconds = begun.elapsed().as_secs_f64();
    match &done {
        Ok(_) => eprintln!("  {what}: {seconds:.1} s"),
        Err(_) => eprintln!("  {what}: failed after {seconds:.1} s"),
    }
    done
}

/// Something worth knowing that is no step.
pub fn note(text: &str) {
    eprintln!("  {text}");
}

/// A result, on standard output.
#[expect(clippy::print_stdout, reason = "the one place that prints results")]
pub fn say(text: &str) {
    println!("{text}");
}

/// Runs a command; its output passes through, all of it to standard error.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command
        .stdin(Stdio::null())
        .stdout(std::io::stderr())
        .status()
        .with_context(|| format!("{} could not be started", name(command)))?;
    if !status.success() {
        bail!("{} ended with {status}", name(command));
    }
    Ok(())
}

/// Runs a command and gives what it printed, trimmed.
pub fn output(command: &mut Command) -> Result<String> {
    let output = command
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("{} could not be started", name(command)))?;
    if !output.status.success() {
        let words = String::from_utf8_lossy(&output.stderr);
        bail!("{} ended with {}: {}", name(command), output.status, words.trim());
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_string())
}

fn name(command: &Command) -> String {
    command.get_program().to_string_lossy().into_owned()
}
