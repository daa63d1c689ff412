//! The quick way through lines without quotation marks: eight bytes at a time, nothing copied. Most
//! exports are made of such lines only; `records` leaves the others to csv-core.

/// A line without quotation marks.
pub struct PlainLine {
    /// Bytes without the line end.
    pub len: usize,
    /// Bytes with it.
    pub len_with_end: usize,
    /// Its fields, whose ends were written.
    pub fields: usize,
}

/// Each byte of a word the same.
const fn repeated(byte: u8) -> u64 {
    0x0101_0101_0101_0101 * byte as u64
}

/// The high bit of each byte that is zero, of no other.
const fn zero_bytes(word: u64) -> u64 {
    const LOW: u64 = repeated(0x7F);
    !(((word & LOW) + LOW) | word | LOW)
}

/// Finds the fields of the line that `input` begins with. `None` where it has a quotation mark, does not
/// end well before the input does, has more fields than `ends` has room for, or more than `len_max` bytes.
pub fn plain_line(input: &[u8], delimiter: u8, ends: &mut [usize], len_max: usize) -> Option<PlainLine> {
    let input = &input[..input.len().min(len_max.saturating_add(16))];
    let (words, _) = input.as_chunks::<8>();
    let delimiters = repeated(delimiter);
    let mut fields = 0;
    for (index, word) in words.iter().enumerate() {
        let word = u64::from_le_bytes(*word);
        // Control characters, among them both line ends, have none of the three highest bits.
        let mut hits = zero_bytes(word ^ delimiters)
            | zero_bytes(word & repeated(0xE0))
            | zero_bytes(word ^ repeated(b'"'));
        while hits != 0 {
            let at_bit = hits.trailing_zeros() & !7;
            hits &= hits - 1;
            let at = index * 8 + (at_bit / 8) as usize;
            let byte = (word >> at_bit) as u8;
            if byte == delimiter {
                *ends.get_mut(fields)? = at;
                fields += 1;
            } else if byte == b'\n' {
                let len = at - usize::from(at > 0 && input[at - 1] == b'\r');
                *ends.get_mut(fields)? = len;
                return (len <= len_max).then_some(PlainLine {
                    len,
                    len_with_end: at + 1,
                    fields: fields + 1,
                });
            } else if byte == b'"' || (byte == b'\r' && input.get(at + 1) != Some(&b'\n')) {
                return None;
            }
        }
    }
    None
}
