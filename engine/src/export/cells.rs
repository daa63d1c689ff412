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
    let would_run = |c: char| matches!(c, '=' | '+' | '-' | '@') || c.is_control();
    if !is_number && cell.starts_with(would_run) { format!("'{cell}") } else { cell.to_string() }
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn nothing_runs() {
        for bad in ["=1+1", "+1", "-x", "--1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\u{0}=1", "\u{85}=1"] {
            assert_eq!(harmless(bad), format!("'{bad}"));
        }
        for good in ["", "-5", "-5.25", "a=b", " x", "Müller", "'quoted"] {
            assert_eq!(harmless(good), good);
        }
    }
}
