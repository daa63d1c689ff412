//! A printed page, read back.

use lopdf::Document;

use crate::outcome::{Outcome, failed};

/// What a reader of the paper finds.
pub struct Paper {
    pub pages: usize,
    /// All text without its blanks: where words are set letter by letter, a blank is but a distance.
    text: String,
}

impl Paper {
    /// Whether these words are printed.
    pub fn says(&self, words: &str) -> bool {
        self.text.contains(&without_blanks(words))
    }

    /// Fails with the first of these that is not printed.
    pub fn says_all(&self, words: &[&str]) -> Outcome {
        match words.iter().find(|words| !self.says(words)) {
            Some(missing) => failed(format!("“{missing}” is not on the paper: {}", self.text)),
            None => Ok(()),
        }
    }
}

/// Reads a PDF.
pub fn read(pdf: &[u8]) -> Outcome<Paper> {
    let unreadable = |why: lopdf::Error| format!("no PDF to read: {why}");
    let document = Document::load_mem(pdf).map_err(unreadable)?;
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    let text = document.extract_text(&pages).map_err(unreadable)?;
    Ok(Paper { pages: pages.len(), text: without_blanks(&text) })
}

fn without_blanks(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace()).collect()
}
