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
    /// Whether lines end in carriage returns alone, all of them or some, as old Macs and their Excel wrote
    /// them. These become line feeds, so that lines are told and counted alike everywhere.
    carriage_returns: bool,
    /// Whether there are NULs in text, as a file has them that was padded or hurt. They are taken out.
    has_nuls: bool,
    /// The last byte was a carriage return, and what follows it is not known yet.
    after_return: bool,
    byte: Option<u8>,
    high: Option<u16>,
    text: String,
    bytes: Vec<u8>,
}

impl Decoder {
    /// For a file that begins with `head`; also gives the head without its mark.
    pub fn new(head: &[u8]) -> (Decoder, &[u8]) {
        let (encoding, mark) = Encoding::detect(head);
        let text = &head[mark..];
        let unit = |pair: &[u8]| match encoding {
            Encoding::Utf16Be => u16::from_be_bytes([pair[0], pair[1]]),
            _ => u16::from_le_bytes([pair[0], pair[1]]),
        };
        let carriage_returns = match encoding {
            Encoding::Utf8 => has_lone_return(text.iter().copied().map(u16::from)),
            _ => has_lone_return(text.chunks_exact(2).map(unit)),
        };
        let decoder = Decoder {
            encoding,
            carriage_returns,
            has_nuls: encoding == Encoding::Utf8 && text.contains(&0),
            after_return: false,
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
            return if self.carriage_returns || self.has_nuls { self.cleaned(slice) } else { slice };
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
            let text = std::mem::take(&mut self.text);
            self.clean(text.as_bytes());
            self.text = text;
            return &self.bytes;
        }
        self.text.as_bytes()
    }

    fn cleaned(&mut self, slice: &[u8]) -> &[u8] {
        self.clean(slice);
        &self.bytes
    }

    /// Puts a slice without NULs and with line feeds in place of lone carriage returns into `bytes`.
    fn clean(&mut self, slice: &[u8]) {
        self.bytes.clear();
        for &byte in slice {
            if self.has_nuls && byte == 0 {
                continue;
            }
            if std::mem::take(&mut self.after_return) {
                self.bytes.push(if byte == b'\n' { b'\r' } else { b'\n' });
            }
            if self.carriage_returns && byte == b'\r' {
                self.after_return = true;
            } else {
                self.bytes.push(byte);
            }
        }
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

/// Whether a carriage return stands between two other characters. (Several before a line feed are one line
/// end that was turned over too often.)
fn has_lone_return(units: impl Iterator<Item = u16>) -> bool {
    let (line_feed, carriage_return) = (u16::from(b'\n'), u16::from(b'\r'));
    let mut after_return = false;
    for unit in units {
        if after_return && unit != line_feed && unit != carriage_return {
            return true;
        }
        after_return = unit == carriage_return;
    }
    false
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
