//! Bytes → UTF-8. UTF-16 is turned round while it streams; Windows-1252 is decided field by field,
//! since files that were pasted together hold both.

use std::borrow::Cow;

/// How a file's characters are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, or bytes of which some fields are Windows-1252.
    Utf8,
    /// Two bytes a unit, the low one first.
    Utf16Le,
    /// Two bytes a unit, the high one first.
    Utf16Be,
}

impl Encoding {
    /// Decides by the mark at the start, else by where the NUL bytes stand. Also gives the mark's length.
    pub fn detect(head: &[u8]) -> (Encoding, usize) {
        match head {
            [0xEF, 0xBB, 0xBF, ..] => (Encoding::Utf8, 3),
            [0xFF, 0xFE, ..] => (Encoding::Utf16Le, 2),
            [0xFE, 0xFF, ..] => (Encoding::Utf16Be, 2),
            _ => (Encoding::by_nuls(head), 0),
        }
    }

    /// Latin text in UTF-16 has a NUL as nearly every second byte and almost none in between.
    fn by_nuls(head: &[u8]) -> Encoding {
        let pairs = head.chunks_exact(2);
        let count = pairs.len();
        let (mut first, mut second) = (0, 0);
        for pair in pairs {
            first += usize::from(pair[0] == 0);
            second += usize::from(pair[1] == 0);
        }
        if second * 10 > count * 7 && first * 100 <= count {
            Encoding::Utf16Le
        } else if first * 10 > count * 7 && second * 100 <= count {
            Encoding::Utf16Be
        } else {
            Encoding::Utf8
        }
    }
}

/// Turns the slices of one file into UTF-8, wherever they are cut.
pub struct Decoder {
    encoding: Encoding,
    /// A file whose lines end in carriage returns alone, as old Macs wrote them.
    carriage_returns: bool,
    byte: Option<u8>,
    high: Option<u16>,
    text: String,
    bytes: Vec<u8>,
}

impl Decoder {
    /// For a file that begins with `head`; also gives the head without its mark.
    pub fn new(head: &[u8]) -> (Decoder, &[u8]) {
        let (encoding, mark) = Encoding::detect(head);
        let decoder = Decoder {
            encoding,
            carriage_returns: head.contains(&b'\r') && !head.contains(&b'\n'),
            byte: None,
            high: None,
            text: String::new(),
            bytes: Vec::new(),
        };
        (decoder, &head[mark..])
    }

    /// The next slice, decoded.
    pub fn decode<'a>(&'a mut self, slice: &'a [u8]) -> &'a [u8] {
        if self.encoding == Encoding::Utf8 {
            return if self.carriage_returns { self.lines(slice) } else { slice };
        }
        self.text.clear();
        for &byte in slice {
            let Some(first) = self.byte.take() else {
                self.byte = Some(byte);
                continue;
            };
            let pair = [first, byte];
            let unit = match self.encoding {
                Encoding::Utf16Be => u16::from_be_bytes(pair),
                _ => u16::from_le_bytes(pair),
            };
            self.unit(unit);
        }
        if self.carriage_returns {
            self.bytes = std::mem::take(&mut self.text).into_bytes();
            self.bytes.iter_mut().filter(|b| **b == b'\r').for_each(|b| *b = b'\n');
            return &self.bytes;
        }
        self.text.as_bytes()
    }

    fn lines(&mut self, slice: &[u8]) -> &[u8] {
        self.bytes.clear();
        self.bytes.extend(slice.iter().map(|&b| if b == b'\r' { b'\n' } else { b }));
        &self.bytes
    }

    /// One UTF-16 unit; half a pair becomes the replacement character.
    fn unit(&mut self, unit: u16) {
        let low = (0xDC00..0xE000).contains(&unit);
        if let Some(high) = self.high.take() {
            if low {
                let code = 0x10000 + ((u32::from(high) - 0xD800) << 10) + (u32::from(unit) - 0xDC00);
                self.text.push(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
                return;
            }
            self.text.push(char::REPLACEMENT_CHARACTER);
        }
        if (0xD800..0xDC00).contains(&unit) {
            self.high = Some(unit);
        } else {
            self.text.push(char::from_u32(u32::from(unit)).unwrap_or(char::REPLACEMENT_CHARACTER));
        }
    }
}

/// A field as text: as it is where it is UTF-8, else read as Windows-1252.
pub fn field_text(bytes: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => Cow::Owned(bytes.iter().map(|&b| windows_1252(b)).collect()),
    }
}

/// What Windows-1252 has where Latin-1 has control characters; its five gaps stay what they are.
const WINDOWS_1252: [u16; 32] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
    0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122,
    0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
];

fn windows_1252(byte: u8) -> char {
    match byte {
        0x80..=0x9F => {
            char::from_u32(u32::from(WINDOWS_1252[usize::from(byte - 0x80)])).unwrap_or(char::from(byte))
        }
        _ => char::from(byte),
    }
}
