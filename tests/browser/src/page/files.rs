//! Files into the page, and files out of it.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::Page;
use crate::outcome::{Outcome, failed};

/// How long a download may take.
const CAP: Duration = Duration::from_secs(20);
/// A file counts as finished when it has not grown for this long.
const STILL: Duration = Duration::from_millis(150);

/// Drags files over an element and lets go of them there, event by event as a browser does.
const DROP: &str = "
    const [selector, files] = arguments;
    const transfer = new DataTransfer();
    for (const { name, data } of files) {
        const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
        transfer.items.add(new File([bytes], name));
    }
    const target = document.querySelector(selector);
    for (const kind of ['dragenter', 'dragover', 'drop']) {
        const event = new DragEvent(kind, { bubbles: true, cancelable: true, composed: true, dataTransfer: transfer });
        target.dispatchEvent(event);
    }
    return transfer.files.length;";

impl Page {
    /// Writes a file for the story to use, and gives its path. It goes away with the session.
    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> Outcome<PathBuf> {
        let folder = self.driver.folder().join("files");
        fs::create_dir_all(&folder)?;
        let file = folder.join(name);
        fs::write(&file, bytes)?;
        Ok(file)
    }

    /// Chooses files in the page's file input, which need not be visible.
    pub async fn upload(&self, files: &[impl AsRef<Path>]) -> Outcome {
        self.upload_to("input[type=file]", files).await
    }

    /// The same for one of several inputs.
    pub async fn upload_to(&self, selector: &str, files: &[impl AsRef<Path>]) -> Outcome {
        let mut paths = Vec::new();
        for file in files {
            // The driver looks for relative paths elsewhere.
            paths.push(fs::canonicalize(file.as_ref())?.display().to_string());
        }
        self.first(selector).await?.send_keys(&paths.join("\n")).await?;
        Ok(())
    }

    /// Drops files on an element. WebDriver cannot drag from the desktop, so the events are made
    /// by a script: they reach the page's handlers, but not what the browser itself does.
    pub async fn drop_on(&self, selector: &str, files: &[impl AsRef<Path>]) -> Outcome {
        self.wait_for(selector).await?;
        let mut parcels = Vec::new();
        for file in files {
            let file = file.as_ref();
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            parcels.push(json!({ "name": name, "data": STANDARD.encode(fs::read(file)?) }));
        }
        let count = self.script(DROP, vec![json!(selector), Value::Array(parcels)]).await?;
        match count.as_u64() {
            Some(count) if count == files.len() as u64 => Ok(()),
            _ => failed(format!("the drop carried {count} files instead of {}", files.len())),
        }
    }

    /// Waits for a download whose name ends so, and gives its name and bytes. The file is removed,
    /// so that the next one of that name is a new one.
    pub async fn downloaded(&self, ending: &str) -> Outcome<(String, Vec<u8>)> {
        let start = Instant::now();
        loop {
            if let Some(file) = finished(&self.driver.home(), ending).await {
                let bytes = fs::read(&file)?;
                fs::remove_file(&file)?;
                let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
                return Ok((name, bytes));
            }
            if start.elapsed() > CAP {
                let there = files_under(&self.driver.home());
                return failed(format!("no download …{ending} came; there are {there:?}"));
            }
            tokio::time::sleep(STILL).await;
        }
    }
}

/// A download that is there and has stopped growing.
async fn finished(home: &Path, ending: &str) -> Option<PathBuf> {
    let length = |file: &Path| fs::metadata(file).map(|data| data.len()).ok();
    let file = files_under(home).into_iter().find(|file| file.to_string_lossy().ends_with(ending))?;
    let before = length(&file)?;
    tokio::time::sleep(STILL).await;
    // Firefox makes the file empty under its last name, and fills another beside it.
    (before > 0 && length(&file) == Some(before)).then_some(file)
}

/// The files of the home folder and of its `Downloads`; hidden folders are the browser's own.
fn files_under(home: &Path) -> Vec<PathBuf> {
    [home.to_path_buf(), home.join("Downloads")]
        .iter()
        .filter_map(|folder| fs::read_dir(folder).ok())
        .flat_map(|entries| entries.flatten())
        .map(|entry| entry.path())
        .filter(|path| path.is_file())
        .collect()
}
