//! Files whose lines stand in quotation marks as a whole: a table that was saved as one column of texts. Taken
//! out of them, each line is what it was.

use super::limits::LINE_BYTES_MAX;

/// Takes lines out of their quotation marks, wherever slices are cut.
#[derive(Default)]
pub struct Unwrapper {
    /// The line that is not complete yet.
    line: Vec<u8>,
    out: Vec<u8>,
}

impl Unwrapper {
    /// The lines that are complete with this slice.
    pub fn push(&mut self, slice: &[u8]) -> &[u8] {
        self.out.clear();
        for piece in slice.split_inclusive(|byte| *byte == b'\n') {
            self.line.extend_from_slice(piece);
            // A line beyond the limit is given up by whoever reads it, however it stands.
            if piece.ends_with(b"\n") || self.line.len() > LINE_BYTES_MAX {
                unwrap(&self.line, &mut self.out);
                self.line.clear();
            }
        }
        &self.out
    }

    /// The last line.
    pub fn finish(&mut self) -> &[u8] {
        self.out.clear();
        unwrap(&self.line, &mut self.out);
        self.line.clear();
        &self.out
    }
}

/// A whole text at once, if its first line with anything on it stands in quotation marks.
pub fn unwrapped(text: &[u8]) -> Option<Vec<u8>> {
    let first = text.split(|byte| *byte == b'\n').find(|line| !line.trim_ascii().is_empty())?;
    inside(first)?;
    let mut unwrapper = Unwrapper::default();
    let mut lines = unwrapper.push(text).to_vec();
    lines.extend_from_slice(unwrapper.finish());
    Some(lines)
}

/// What stands in the quotation marks; delimiters may follow them.
fn inside(line: &[u8]) -> Option<&[u8]> {
    let is_filling = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b',' | b';' | b'|');
    let end = line.iter().rposition(|byte| !is_filling(byte))? + 1;
    line[..end].strip_prefix(b"\"")?.strip_suffix(b"\"")
}

fn unwrap(line: &[u8], out: &mut Vec<u8>) {
    let Some(inside) = inside(line) else { return out.extend_from_slice(line) };
    let mut bytes = inside.iter().peekable();
    while let Some(&byte) = bytes.next() {
        if byte == b'"' {
            // Two of them are one in the text.
            bytes.next_if(|next| **next == b'"');
        }
        out.push(byte);
    }
    if line.ends_with(b"\n") {
        out.push(b'\n');
    }
}
