//! Readers of exports in WebAssembly, as plain functions that a page calls without any glue: the bare
//! scan, the csv crate alone, and Flexgauge's ingest. All give the sum of the tokens, or the rows.

#![allow(unsafe_code, reason = "`no_mangle` is unsafe by name; no memory is touched by hand")]

use engine::ingest::FileReader;
use engine::usage::Log;
use std::cell::RefCell;

thread_local! {
    static ROOM: RefCell<Room> = const { RefCell::new(Room::none()) };
    static READER: RefCell<Option<FileReader>> = const { RefCell::new(None) };
}

/// Where a page puts bytes.
struct Room {
    memory: Vec<u8>,
    start: usize,
}

impl Room {
    /// A line of the processor's cache: copying to elsewhere may take six times as long.
    const ALIGNED_TO: usize = 64;

    const fn none() -> Room {
        Room { memory: Vec::new(), start: 0 }
    }

    /// What is there already is not made blank again.
    fn make(&mut self, bytes: usize) -> *mut u8 {
        self.memory.resize(bytes + Room::ALIGNED_TO, 0);
        self.start = self.memory.as_ptr().align_offset(Room::ALIGNED_TO) % Room::ALIGNED_TO;
        self.memory.truncate(self.start + bytes);
        self.memory[self.start..].as_mut_ptr()
    }

    fn bytes(&self) -> &[u8] {
        &self.memory[self.start..]
    }
}

/// Makes room for so many bytes, and says where it is.
#[unsafe(no_mangle)]
pub extern "C" fn room(bytes: usize) -> *mut u8 {
    ROOM.with_borrow_mut(|room| room.make(bytes))
}

/// Looks at every byte once: how many rows there are, quoted line breaks left out.
#[unsafe(no_mangle)]
pub extern "C" fn scan() -> f64 {
    ROOM.with_borrow(|room| {
        let (mut lines, mut is_quoted, mut commas) = (0_u32, false, 0_u32);
        for byte in room.bytes() {
            match byte {
                b'"' => is_quoted = !is_quoted,
                b'\n' if !is_quoted => lines += 1,
                b',' if !is_quoted => commas += 1,
                _ => {}
            }
        }
        // Commas are looked for as a reader must, and used so that they are.
        f64::from(lines - 1) + f64::from(commas) * 0.0
    })
}

/// The csv crate alone: every field of every row, and the sum of column 10.
#[unsafe(no_mangle)]
pub extern "C" fn csv_crate() -> f64 {
    const TOKENS: usize = 10;
    ROOM.with_borrow(|room| {
        let mut reader = csv::ReaderBuilder::new().from_reader(room.bytes());
        let mut record = csv::ByteRecord::new();
        let (mut sum, mut fields) = (0_u64, 0_usize);
        while reader.read_byte_record(&mut record).unwrap_or(false) {
            fields += record.len();
            let cell = record.get(TOKENS).unwrap_or_default();
            sum += cell.iter().fold(0_u64, |number, digit| number * 10 + u64::from(digit.wrapping_sub(b'0')));
        }
        if fields == 0 { f64::NAN } else { sum as f64 }
    })
}

/// Flexgauge begins a file of so many bytes.
#[unsafe(no_mangle)]
pub extern "C" fn flexgauge_open(bytes: usize) {
    let mut reader = FileReader::new("bench.csv");
    reader.expect(bytes as u64);
    READER.set(Some(reader));
}

/// Takes the bytes in the room as the next slice.
#[unsafe(no_mangle)]
pub extern "C" fn flexgauge_slice() {
    READER.with_borrow_mut(|reader| {
        if let Some(reader) = reader {
            ROOM.with_borrow(|room| reader.push(room.bytes()));
        }
    });
}

/// Ends the file: its rows are validated, interned, joined into charges and sorted. Gives all tokens.
#[unsafe(no_mangle)]
pub extern "C" fn flexgauge_close() -> f64 {
    let Some(reader) = READER.take() else { return f64::NAN };
    let mut log = Log::default();
    log.add(reader.finish().into());
    log.settle();
    let file = &log.files()[0];
    (file.tokens_used + file.tokens_duplicate + file.tokens_left_out).to_f64()
}
