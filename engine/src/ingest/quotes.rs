//! What tells that a quotation mark in a record of several lines was a stray one: it was taken for an opening
//! one, so that the next in the file closes the cell wherever it stands.

/// Whether text follows a quotation mark that closes a cell. In a record that was written as such only a
/// delimiter or the line's end does.
pub fn has_text_behind_closing(raw: &[u8], delimiter: u8) -> bool {
    let mut at = 0;
    while at < raw.len() {
        if raw[at] == b'"' {
            at = end_of_quoted(raw, at + 1);
            while matches!(raw.get(at), Some(b' ' | b'\t' | b'\r')) && raw[at] != delimiter {
                at += 1;
            }
            if raw.get(at).is_some_and(|byte| *byte != delimiter && *byte != b'\n') {
                return true;
            }
        }
        let is_end = |byte: &u8| *byte == delimiter || *byte == b'\n';
        at += raw[at.min(raw.len())..].iter().position(is_end).map_or(raw.len(), |length| length + 1);
    }
    false
}

/// Past the mark that closes a cell whose text begins at `at`; two of them are one in the text.
fn end_of_quoted(raw: &[u8], mut at: usize) -> usize {
    while at < raw.len() {
        match (raw[at], raw.get(at + 1)) {
            (b'"', Some(b'"')) => at += 2,
            (b'"', _) => return at + 1,
            _ => at += 1,
        }
    }
    at
}

/// Whether whole rows seem to stand in a cell of several lines: one of its lines has all the delimiters of a
/// row, or they all have exactly those of the rows that a stray mark would have joined.
pub fn holds_rows(cell: &[u8], delimiter: u8, columns: usize) -> bool {
    let is_filled = |line: &&[u8]| !line.trim_ascii().is_empty();
    let delimiters = |line: &[u8]| line.iter().filter(|byte| **byte == delimiter).count();
    let counts: Vec<usize> = cell.split(|byte| *byte == b'\n').filter(is_filled).map(delimiters).collect();
    let [_, between @ .., _] = &counts[..] else { return false };
    let joined = counts.len() - 1;
    columns >= 4 && counts.iter().sum::<usize>() == joined * (columns - 1)
        || columns >= 3 && between.iter().any(|count| *count >= columns - 1)
}
