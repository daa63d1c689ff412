//! Pieces of the report's HTML. Every text is escaped here.

use crate::chart::{Ink, Picture, Size, escape};

/// The body while it is written.
pub struct Page(String);

impl Page {
    /// Nothing yet.
    pub fn new() -> Page {
        Page(String::new())
    }

    /// What was written.
    pub fn finish(self) -> String {
        self.0
    }

    fn tagged(&mut self, open: &str, text: &str, close: &str) {
        self.0.push_str(&format!("<{open}>{}</{close}>\n", escape(text)));
    }

    /// The title.
    pub fn heading(&mut self, text: &str) {
        self.tagged("h1", text, "h1");
    }

    /// A section's heading.
    pub fn section(&mut self, text: &str) {
        self.tagged("h2", text, "h2");
    }

    /// The heading of a table.
    pub fn part(&mut self, text: &str) {
        self.tagged("h3", text, "h3");
    }

    /// A finding.
    pub fn lead(&mut self, text: &str) {
        self.tagged("p class=\"lead\"", text, "p");
    }

    /// A sentence.
    pub fn text(&mut self, text: &str) {
        self.tagged("p", text, "p");
    }

    /// A remark.
    pub fn soft(&mut self, text: &str) {
        self.tagged("p class=\"soft\"", text, "p");
    }

    /// A picture with its colours baked in.
    pub fn chart(&mut self, id: &str, title: &str, caption: &str, draw: impl FnOnce(&Picture<'_>) -> String) {
        let picture = Picture { id, title, description: caption, ink: Ink::Baked, size: Size::Wide };
        self.0.push_str(&draw(&picture));
        self.0.push('\n');
        self.soft(caption);
    }

    /// A table; the first column names the line, the first `words` are words, the others numbers.
    pub fn table(&mut self, head: &[&str], words: usize, lines: &[Vec<String>]) {
        let cells = |line: &[String], of: &str| {
            let mut text = String::from("<tr>");
            for (index, cell) in line.iter().enumerate() {
                let (tag, scope) = match (of, index) {
                    ("th", _) => ("th", " scope=\"col\""),
                    (_, 0) => ("th", " scope=\"row\""),
                    _ => ("td", ""),
                };
                let class = if index < words { "" } else { " class=\"n\"" };
                text.push_str(&format!("<{tag}{scope}{class}>{}</{tag}>", escape(cell)));
            }
            text + "</tr>\n"
        };
        let head: Vec<String> = head.iter().map(ToString::to_string).collect();
        let body: String = lines.iter().map(|line| cells(line, "td")).collect();
        self.0.push_str(&format!(
            "<table>\n<thead>{}</thead>\n<tbody>\n{body}</tbody>\n</table>\n",
            cells(&head, "th")
        ));
    }
}
