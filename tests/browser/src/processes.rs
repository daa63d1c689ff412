//! Ends what was started, and nothing else.
//!
//! A driver starts a browser, and that starts a dozen more, some of which detach themselves: ending
//! the driver alone leaves them behind. They are found in two ways, as children of children and by
//! a variable of their environment that only this session has.

use std::collections::BTreeMap;
use std::fs;
use std::process::Command;

/// The variable by which the processes of one session are known; its value is the session's folder.
pub const MARK: &str = "FLEXGAUGE_SESSION";

/// A process, with the time of its start: a number alone may by then belong to another.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Process {
    id: u32,
    started: u64,
}

/// The process `id`, its children, theirs, and every process with this mark.
pub fn family(id: u32, mark: &str) -> Vec<Process> {
    let marked = format!("{MARK}={mark}");
    let all = running();
    let mut found: BTreeMap<u32, Process> = all
        .values()
        .filter(|(process, _)| process.id == id || has_variable(process.id, &marked))
        .map(|(process, _)| (process.id, *process))
        .collect();
    loop {
        let more: Vec<Process> = all
            .values()
            .filter(|(process, parent)| found.contains_key(parent) && !found.contains_key(&process.id))
            .map(|(process, _)| *process)
            .collect();
        if more.is_empty() {
            return found.into_values().collect();
        }
        found.extend(more.into_iter().map(|process| (process.id, process)));
    }
}

/// Ends those of them that still run.
pub fn end(processes: &[Process]) {
    let all = running();
    let ids: Vec<String> = processes
        .iter()
        .filter(|process| all.get(&process.id).is_some_and(|(now, _)| now == *process))
        .map(|process| process.id.to_string())
        .collect();
    if !ids.is_empty() {
        // The shell's own `kill`: std has none, and /bin/kill is not everywhere.
        let _ = Command::new("sh").args(["-c", "kill -KILL \"$@\" 2>/dev/null", "kill"]).args(ids).status();
    }
}

/// All processes by their number, each with its parent's.
fn running() -> BTreeMap<u32, (Process, u32)> {
    let Ok(entries) = fs::read_dir("/proc") else { return BTreeMap::new() };
    entries
        .flatten()
        .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
        .filter_map(|id: u32| {
            let stat = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
            // The name may contain spaces and brackets; the fields after it do not. Counted from
            // there: 0 state, 1 parent, 19 start.
            let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
            let parent = fields.get(1)?.parse().ok()?;
            let started = fields.get(19)?.parse().ok()?;
            Some((id, (Process { id, started }, parent)))
        })
        .collect()
}

fn has_variable(id: u32, marked: &str) -> bool {
    let environment = fs::read(format!("/proc/{id}/environ")).unwrap_or_default();
    environment.split(|byte| *byte == 0).any(|variable| variable == marked.as_bytes())
}
