//! What a file is when it is no table of text: told by its first bytes, never by its name.

use super::decode::Encoding;
use super::findings;
use crate::usage::Finding;

/// A kind of file that cannot be read, and what its owner can do about it.
pub struct Foreign {
    /// The stable name of the finding.
    pub kind: &'static str,
    /// What it is, as a sentence.
    pub what: &'static str,
    /// What to do instead, as a sentence.
    pub remedy: &'static str,
}

const SAVE_FROM_EXCEL: &str = "In Excel choose File › Save as › CSV UTF-8 and drop that file.";
const EXPORT_AGAIN: &str = "Export the usage as CSV and drop that file.";
const UNPACK: &str = "Unpack it and drop the CSV file that is in it.";

const EXCEL: Foreign =
    Foreign { kind: "excel_workbook", what: "This is an Excel workbook.", remedy: SAVE_FROM_EXCEL };
const OLD_EXCEL: Foreign = Foreign {
    kind: "excel_workbook",
    what: "This is an old Excel workbook (.xls) or another Office file.",
    remedy: SAVE_FROM_EXCEL,
};
const SPREADSHEET: Foreign = Foreign {
    kind: "spreadsheet",
    what: "This is a spreadsheet of LibreOffice, Numbers or a similar program.",
    remedy: "Open it there, save or export it as CSV (UTF-8) and drop that file.",
};
const OFFICE: Foreign =
    Foreign { kind: "office_file", what: "This is a Word or PowerPoint file.", remedy: EXPORT_AGAIN };
const ZIP: Foreign = Foreign { kind: "archive", what: "This is a ZIP archive.", remedy: UNPACK };
const ARCHIVE: Foreign = Foreign { kind: "archive", what: "This is a compressed archive.", remedy: UNPACK };
const PDF: Foreign = Foreign { kind: "pdf", what: "This is a PDF.", remedy: EXPORT_AGAIN };
const PICTURE: Foreign = Foreign { kind: "picture", what: "This is a picture.", remedy: EXPORT_AGAIN };
const WEB_PAGE: Foreign = Foreign {
    kind: "web_page",
    what: "This is a web page (HTML), perhaps a sign-in page saved in place of the export.",
    remedy: "Sign in, export the usage as CSV again and drop that file. If Excel opens this one, save it \
             there as CSV UTF-8.",
};
const XML: Foreign = Foreign {
    kind: "xml",
    what: "This is an XML file.",
    remedy: "If Excel opens it, choose File › Save as › CSV UTF-8 there and drop that file.",
};
const JSON: Foreign = Foreign {
    kind: "json",
    what: "This is a JSON file, not a table.",
    remedy: "A saved workspace is opened under Data and plan; for usage, drop the CSV export.",
};
const RICH_TEXT: Foreign =
    Foreign { kind: "office_file", what: "This is a rich text document.", remedy: EXPORT_AGAIN };
const BINARY: Foreign =
    Foreign { kind: "binary", what: "This is a binary file, not text.", remedy: EXPORT_AGAIN };

const SYLK: Foreign = Foreign {
    kind: "spreadsheet",
    what: "This is a spreadsheet in an old form (SYLK).",
    remedy: SAVE_FROM_EXCEL,
};

/// Text has at most one NUL in so many bytes, and one more.
const TEXT_BYTES_PER_NUL: usize = 1_000;
/// Lines in which a cell of a SYLK spreadsheet is looked for.
const SYLK_LINES: usize = 200;

/// First bytes that tell a kind by themselves.
const MAGIC: &[(&[u8], &Foreign)] = &[
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", &OLD_EXCEL),
    (b"%PDF-", &PDF),
    (b"\x89PNG", &PICTURE),
    (b"\xFF\xD8\xFF", &PICTURE),
    (b"GIF87a", &PICTURE),
    (b"GIF89a", &PICTURE),
    (b"II*\0", &PICTURE),
    (b"MM\0*", &PICTURE),
    (b"8BPS", &PICTURE),
    (b"\x1F\x8B", &ARCHIVE),
    (b"7z\xBC\xAF\x27\x1C", &ARCHIVE),
    (b"Rar!\x1A\x07", &ARCHIVE),
    (b"\xFD7zXZ\0", &ARCHIVE),
    (b"BZh91AY", &ARCHIVE),
    (b"\x28\xB5\x2F\xFD", &ARCHIVE),
    (b"{\\rtf", &RICH_TEXT),
];

/// Parts of an archive's head that tell what the archive is.
const IN_ZIP: &[(&[u8], &Foreign)] = &[
    (b"application/vnd.oasis.opendocument.spreadsheet", &SPREADSHEET),
    (b"Index/Document.iwa", &SPREADSHEET),
    (b"word/", &OFFICE),
    (b"ppt/", &OFFICE),
    (b"xl/", &EXCEL),
    (b"[Content_Types].xml", &EXCEL),
];

/// The finding for a file that is no table of text; `None` where it may be one.
pub fn foreign(head: &[u8]) -> Option<Finding> {
    kind(head).map(findings::foreign_file)
}

fn kind(head: &[u8]) -> Option<&'static Foreign> {
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        let inside = IN_ZIP.iter().find(|(part, _)| contains(head, part));
        return Some(inside.map_or(&ZIP, |(_, foreign)| foreign));
    }
    if let Some((_, foreign)) = MAGIC.iter().find(|(magic, _)| head.starts_with(magic)) {
        return Some(foreign);
    }
    match (head.get(4..8), head.get(8..12)) {
        (Some(b"ftyp"), Some(b"heic" | b"heix" | b"mif1" | b"msf1" | b"avif")) => return Some(&PICTURE),
        (_, Some(b"WEBP")) if head.starts_with(b"RIFF") => return Some(&PICTURE),
        _ => {}
    }
    let (encoding, mark) = Encoding::detect(head);
    let text = &head[mark..];
    if encoding == Encoding::Utf8 && text.contains(&0) {
        if head.starts_with(b"BM") {
            return Some(&PICTURE);
        }
        if !is_text_with_nuls(text) {
            return Some(&BINARY);
        }
    }
    if is_sylk(text) {
        return Some(&SYLK);
    }
    if text.starts_with(&[0, 0]) {
        // The mark of UTF-32, low byte first, continues so.
        return Some(&BINARY);
    }
    markup(text)
}

/// Text between which a few NULs stand, as where a cell was hurt, or which is filled up with them: a download that
/// broke off.
fn is_text_with_nuls(text: &[u8]) -> bool {
    let filled = text.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1);
    let nuls = text[..filled].iter().filter(|byte| **byte == 0).count();
    let is_odd = |byte: &u8| matches!(byte, 1..=8 | 0x0E..=0x19 | 0x1B..=0x1F);
    filled > 0 && nuls <= 1 + filled / TEXT_BYTES_PER_NUL && !text.iter().any(is_odd)
}

/// The spreadsheets that programs gave each other before there was CSV.
fn is_sylk(text: &[u8]) -> bool {
    text.starts_with(b"ID;P")
        && text.split(|byte| *byte == b'\n').take(SYLK_LINES).any(|l| l.starts_with(b"C;"))
}

/// Markup, in whichever encoding: NULs between its letters are passed over.
fn markup(text: &[u8]) -> Option<&'static Foreign> {
    let start: Vec<u8> = text
        .iter()
        .filter(|&&b| b != 0)
        .skip_while(|b| b.is_ascii_whitespace())
        .take(32)
        .map(u8::to_ascii_lowercase)
        .collect();
    let begins = |with: &str| start.starts_with(with.as_bytes());
    if ["<!doctype", "<html", "<head", "<body", "<table", "<meta", "<script", "<!--"]
        .iter()
        .any(|s| begins(s))
    {
        Some(&WEB_PAGE)
    } else if begins("<?xml") {
        Some(&XML)
    } else if begins("{") || is_list_of_objects(&start) {
        Some(&JSON)
    } else {
        None
    }
}

fn is_list_of_objects(start: &[u8]) -> bool {
    start.strip_prefix(b"[").is_some_and(|rest| rest.trim_ascii_start().starts_with(b"{"))
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}
