//! How fast reading is, beside other readers in the same browser, and how long it takes from choosing an
//! export to the answers. Numbers for people to read, never a test.

mod drop;
mod export;
mod readers;
mod spy;
mod what_if;

use std::path::Path;

use crate::args::{Args, address};
use crate::outcome::Outcome;
use crate::outcome::Trouble;

/// Rows, and how often each reader reads them.
const SIZES: [(u32, u32); 3] = [(20_000, 9), (200_000, 6), (1_000_000, 6)];

/// Prints a table for each size; with a folder of other readers, theirs too.
pub async fn measure(args: &Args) -> Result<(), String> {
    all(args).await.map_err(|trouble| match trouble {
        Trouble::Failed(why) | Trouble::Skipped(why) => why,
    })
}

async fn all(args: &Args) -> Outcome {
    let address = address(&args.page)?;
    for (rows, rounds) in SIZES {
        let export = export::daily(rows);
        let megabytes = export.len() as f64 / 1e6;
        println!("\n### {rows} rows, {megabytes:.1} MB\n");
        let floor = match &args.readers {
            Some(folder) => Some(readers::compare(Path::new(folder), &export, rows, rounds).await?),
            None => None,
        };
        drop::to_answers(&address, &export, floor).await?;
    }
    Ok(())
}
