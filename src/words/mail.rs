//! A link that begins a mail in the user's own mail program. Nothing is sent by it.

/// `mailto:?subject=…&body=…`
pub fn link(subject: &str, body: &str) -> String {
    let body = body.replace("\r\n", "\n").replace('\n', "\r\n");
    format!("mailto:?subject={}&body={}", escaped(subject), escaped(&body))
}

/// Everything but letters, digits and `-._~` as `%XX`.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => out.push(char::from(byte)),
            _ => {
                const HEX: &[u8; 16] = b"0123456789ABCDEF";
                out.push('%');
                out.push(char::from(HEX[usize::from(byte >> 4)]));
                out.push(char::from(HEX[usize::from(byte & 15)]));
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::link;

    #[test]
    fn a_link_holds_nothing_raw() {
        assert_eq!(link("a b", "ü&\n€?"), "mailto:?subject=a%20b&body=%C3%BC%26%0D%0A%E2%82%AC%3F");
    }
}
