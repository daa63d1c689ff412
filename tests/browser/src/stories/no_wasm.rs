//! Where a policy has switched `WebAssembly` off, the page says so instead of staying blank.

use crate::outcome::Outcome;
use crate::page::Page;

pub async fn said(page: &Page) -> Outcome {
    page.wait_text("body", "WebAssembly").await.map(drop)
}
