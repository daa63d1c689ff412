//! Small things about texts that several readers need.

use super::decode::field_text;

/// Without white space at either end, also the kinds that only word processors write, without the NULs that fill a
/// block up, and without what keeps a spreadsheet from understanding a cell: `="7"`; or quotation marks that a space
/// before them made part of the cell.
pub fn trim(text: &str) -> &str {
    let is_space = |c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}' | '\0');
    let text = text.trim_matches(is_space);
    let inner =
        text.strip_suffix('"').and_then(|text| text.strip_prefix('=').unwrap_or(text).strip_prefix('"'));
    match inner {
        Some(inner) if !inner.contains('"') => inner.trim_matches(is_space),
        _ => text,
    }
}

/// Whether there is nothing but white space.
pub fn is_blank(cell: &[u8]) -> bool {
    cell.first().is_none_or(|first| !first.is_ascii_graphic()) && trim(&field_text(cell)).is_empty()
}

/// Trimmed; empty where personal data is masked, that is where there are asterisks only.
pub fn clean(text: &str) -> &str {
    let text = trim(text);
    if text.bytes().all(|b| b == b'*') { "" } else { text }
}

/// Lower case, without accents and without everything that is not a letter or a digit.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    if text.is_ascii() {
        let kept = text.bytes().filter(u8::is_ascii_alphanumeric);
        folded.extend(kept.map(|letter| char::from(letter.to_ascii_lowercase())));
        return folded;
    }
    for c in text.chars().flat_map(char::to_lowercase).filter(|c| c.is_alphanumeric()) {
        match c {
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => folded.push('a'),
            'ç' => folded.push('c'),
            'è' | 'é' | 'ê' | 'ë' => folded.push('e'),
            'ì' | 'í' | 'î' | 'ï' => folded.push('i'),
            'ñ' => folded.push('n'),
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' => folded.push('o'),
            'ù' | 'ú' | 'û' | 'ü' => folded.push('u'),
            'ý' | 'ÿ' => folded.push('y'),
            'ß' => folded.push_str("ss"),
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            other => folded.push(other),
        }
    }
    folded
}
