//! How much one file may hold. Each limit has a name, and a finding says when it was reached.

/// The first bytes of a file, from which its kind, encoding, delimiter and header are decided.
pub const HEAD_BYTES_MAX: usize = 64 * 1024;

/// The header is looked for in so many records; titles and blank lines may stand above it.
pub const HEADER_RECORDS_MAX: usize = 50;

/// Bytes of one file; what follows is not read.
pub const FILE_BYTES_MAX: u64 = 4_000_000_000;

/// Rows of one file; those that follow are left out.
pub const ROWS_MAX: u64 = 20_000_000;

/// Columns of a header, and fields of a row.
pub const COLUMNS_MAX: usize = 4_096;

/// Bytes of one cell; a row with a larger one is left out.
pub const CELL_BYTES_MAX: usize = 1 << 20;

/// Bytes of one line, or of the lines that a quoted cell joins.
pub const LINE_BYTES_MAX: usize = 16 << 20;

/// Line breaks inside the quoted cells of one row; beyond it the quotation mark was a stray one.
pub const QUOTED_LINE_BREAKS_MAX: u64 = 64;

/// Bytes of all distinct texts that are kept of one file.
pub const DISTINCT_BYTES_MAX: u64 = 1 << 30;

/// The limits of one reader: the constants above, unless a test sets smaller ones.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// See [`FILE_BYTES_MAX`].
    pub file_bytes_max: u64,
    /// See [`ROWS_MAX`].
    pub rows_max: u64,
    /// See [`COLUMNS_MAX`].
    pub columns_max: usize,
    /// See [`CELL_BYTES_MAX`].
    pub cell_bytes_max: usize,
    /// See [`LINE_BYTES_MAX`].
    pub line_bytes_max: usize,
    /// See [`QUOTED_LINE_BREAKS_MAX`].
    pub quoted_line_breaks_max: u64,
    /// See [`DISTINCT_BYTES_MAX`].
    pub distinct_bytes_max: u64,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            file_bytes_max: FILE_BYTES_MAX,
            rows_max: ROWS_MAX,
            columns_max: COLUMNS_MAX,
            cell_bytes_max: CELL_BYTES_MAX,
            line_bytes_max: LINE_BYTES_MAX,
            quoted_line_breaks_max: QUOTED_LINE_BREAKS_MAX,
            distinct_bytes_max: DISTINCT_BYTES_MAX,
        }
    }
}
