//! The thread through everything: a file goes in, the worker reads it, the page says what was read.

use crate::outcome::Outcome;
use crate::page::Page;

const ROWS: &str = "\
day_used,email,offering_name,tokens_used
2026-07-01,anna@example.com,AutoCAD,7
2026-07-01,ben@example.com,Revit,10
2026-07-02,anna@example.com,AutoCAD,7
";

/// The file is chosen in the file input.
pub async fn upload(page: &Page) -> Outcome {
    let file = page.write("usage.csv", ROWS)?;
    page.upload(&[file]).await?;
    page.wait_text("#status", "3 rows").await.map(drop)
}

/// The file is dropped on the page.
pub async fn dropped(page: &Page) -> Outcome {
    let file = page.write("usage.csv", ROWS)?;
    // Before the page listens a drop would fall on nothing.
    page.wait_for("#drop").await?;
    page.drop_on("body", &[file]).await?;
    page.wait_text("#status", "3 rows").await.map(drop)
}
