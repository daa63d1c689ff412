//! placeholder
use crate::outcome::Outcome;
use crate::page::Page;
pub async fn in_page(_: &Page) -> Outcome {
    Ok(())
}
pub async fn in_worker(_: &Page) -> Outcome {
    Ok(())
}
