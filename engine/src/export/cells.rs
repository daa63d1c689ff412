//! CSV as spreadsheets read it: RFC 4180 with a byte-order mark, and no cell that runs.

/// A CSV file being written to memory.
pub struct Csv(csv::Writer<Vec<u8>>);

impl Csv {
    /// An empty file with the byte-order mark that Excel needs to see UTF-8.
    pub fn new() -> Csv {
        let mut writer = csv::WriterBuilder::new();
        writer.terminator(csv::Terminator::CRLF);
        Csv(writer.from_writer("\u{feff}".as_bytes().to_vec()))
    }

    /// Adds a line of texts, each made harmless.
    pub fn line<const N: usize>(&mut self, cells: [&str; N]) {
        // Writing to memory cannot fail.
        let _ = self.0.write_record(cells.map(harmless));
    }

    /// The bytes of the file.
    pub fn finish(self) -> Vec<u8> {
        self.0.into_inner().unwrap_or_default()
    }
}

/// A cell that a spreadsheet would run as a formula gets an apostrophe in front. A plain negative
/// number holds nothing that could run.
fn harmless(cell: &str) -> String {
    let is_number = cell.strip_prefix('-').is_some_and(|rest| {
        rest.starts_with(|c: char| c.is_ascii_digit()) && rest.chars().all(|c| c.is_ascii_digit() || c == '.')
    });
    if !is_number && cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{cell}")
    } else {
        cell.to_string()
    }
}
