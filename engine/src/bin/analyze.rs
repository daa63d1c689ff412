//! `analyze [--plan plan.json] [--as-of 2026-07-31] FILE…`: prints the JSON that the page's
//! *Export results* writes.
//!
//! Exits 0 and prints results whenever the files could be opened, however bad their content.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command line speaks on its streams")]

use engine::desk::{Answer, Ask, Desk, ExportKind};
use engine::plan::plan_text_of;
use engine::usage::Day;
use std::io::{Read, Write};
use std::process::ExitCode;

const USAGE: &str = "usage: analyze [--plan plan.json] [--as-of 2026-07-31] FILE…";

/// How many bytes are read at a time.
const SLICE_BYTES: usize = 4 << 20;

fn main() -> ExitCode {
    match run(std::env::args().skip(1)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::from(2)
        }
    }
}

fn run(mut arguments: impl Iterator<Item = String>) -> Result<(), String> {
    let mut desk = Desk::new();
    let mut files = Vec::new();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--plan" => take_plan(&mut desk, &arguments.next().ok_or(USAGE)?)?,
            "--as-of" => {
                let text = arguments.next().ok_or(USAGE)?;
                let day = Day::parse_iso(&text)
                    .ok_or_else(|| format!("“{text}” is not a day such as 2026-07-31"))?;
                desk.set_as_of(Some(day));
            }
            "--help" | "-h" => {
                println!("{USAGE}");
                return Ok(());
            }
            option if option.starts_with("--") => return Err(format!("unknown option {option}\n{USAGE}")),
            _ => files.push(argument),
        }
    }
    if files.is_empty() {
        return Err(USAGE.to_string());
    }
    for file in &files {
        load(&mut desk, file)?;
    }
    match desk.answer(Ask::Export(ExportKind::Results)) {
        Answer::Document(document) => {
            std::io::stdout().write_all(&document.bytes).map_err(|error| format!("cannot print: {error}"))
        }
        other => Err(format!("unexpected answer: {other:?}")),
    }
}

fn take_plan(desk: &mut Desk, path: &str) -> Result<(), String> {
    let file = std::fs::read_to_string(path).map_err(|error| format!("cannot open {path}: {error}"))?;
    let text = plan_text_of(&file).map_err(|problems| problems.join("\n"))?;
    match desk.answer(Ask::Plan { revision: 1, text }) {
        Answer::PlanRefused(problems) => Err(problems.join("\n")),
        _ => Ok(()),
    }
}

fn load(desk: &mut Desk, path: &str) -> Result<(), String> {
    let cannot = |error: std::io::Error| format!("cannot open {path}: {error}");
    let mut file = std::fs::File::open(path).map_err(cannot)?;
    let name = std::path::Path::new(path).file_name().map(|name| name.to_string_lossy().into_owned());
    desk.answer(Ask::Open { name: name.unwrap_or_default() });
    let mut slice = vec![0; SLICE_BYTES];
    loop {
        match file.read(&mut slice).map_err(cannot)? {
            0 => break,
            count => desk.slice(&slice[..count]),
        };
    }
    desk.answer(Ask::Close);
    Ok(())
}
