//! The quick way through lines without quotation marks: sixteen bytes at a time, nothing copied. Most
//! exports are made of such lines only; `records` leaves the others to csv-core.

use wide::u8x16;

/// A line without quotation marks.
pub struct PlainLine {
    /// Bytes without the line end.
    pub len: usize,
    /// Bytes with it.
    pub len_with_end: usize,
    /// Its fields, whose ends were written.
    pub fields: usize,
}

/// Finds the fields of the line that `input` begins with. `None` where it has a quotation mark, does not
/// end well before the input does, has more fields than `ends` has room for, or more than `len_max` bytes.
pub fn plain_line(input: &[u8], delimiter: u8, ends: &mut [usize], len_max: usize) -> Option<PlainLine> {
    let input = &input[..input.len().min(len_max.saturating_add(16))];
    let (chunks, _) = input.as_chunks::<16>();
    let [delimiters, quotes, last_control] = [delimiter, b'"', 0x1F].map(u8x16::splat);
    let mut fields = 0;
    for (index, chunk) in chunks.iter().enumerate() {
        let bytes = u8x16::new(*chunk);
        let mut ends_here = bytes.simd_eq(delimiters).to_bitmask();
        // Line ends are control characters; others are seldom in a line.
        let control = bytes.min(last_control).simd_eq(bytes);
        let mut others = (bytes.simd_eq(quotes) | control).to_bitmask() & !ends_here;
        loop {
            let before = others.trailing_zeros().min(16) as usize;
            let mut hits = ends_here & ((1 << before) - 1);
            ends_here &= !hits;
            while hits != 0 {
                *ends.get_mut(fields)? = index * 16 + hits.trailing_zeros() as usize;
                fields += 1;
                hits &= hits - 1;
            }
            let Some(byte) = chunk.get(before) else { break };
            others &= others - 1;
            let at = index * 16 + before;
            if *byte == b'\n' {
                let len = at - usize::from(at > 0 && input[at - 1] == b'\r');
                *ends.get_mut(fields)? = len;
                return (len <= len_max).then_some(PlainLine {
                    len,
                    len_with_end: at + 1,
                    fields: fields + 1,
                });
            } else if *byte == b'"' || (*byte == b'\r' && input.get(at + 1) != Some(&b'\n')) {
                return None;
            }
        }
    }
    None
}
