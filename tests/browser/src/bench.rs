//! How long it takes from choosing an export to the answers, and how busy the page is meanwhile,
//! in headless Chromium. Numbers for people to read, never a test.

use std::fmt::Write;

use crate::args::{Args, address};
use crate::engine::{Engine, Setup};
use crate::outcome::{Outcome, Trouble};
use crate::page::Size;
use crate::session;

const ROWS: [u32; 3] = [10_000, 200_000, 1_000_000];

/// Prints a line for each size.
pub async fn measure(args: &Args) -> Result<(), String> {
    all(args).await.map_err(|trouble| match trouble {
        Trouble::Failed(why) | Trouble::Skipped(why) => why,
    })
}

async fn all(args: &Args) -> Outcome {
    let address = address(&args.page)?;
    println!("rows        megabytes   drop to answers   longest task of the page");
    for rows in ROWS {
        let page = session::open(Engine::Chromium, Setup::default(), None, &address, Size::WIDE).await?;
        let export = export(rows);
        let megabytes = export.len() as f64 / 1e6;
        let file = page.write("export.csv", export)?;
        page.wait_for("#file-input").await?;
        page.script(WATCH, vec![]).await?;
        page.upload(&[file]).await?;
        page.wait_for("#cost .figure").await?;
        let seen = page.script("return window.benchmark", vec![]).await?;
        let number = |name: &str| seen[name].as_f64().unwrap_or_default();
        println!(
            "{rows:<11} {megabytes:<11.1} {:<17} {} ms",
            format!("{:.0} ms", number("answered") - number("chosen")),
            number("longest").round()
        );
    }
    Ok(())
}

/// Notes when a file is chosen, when the first answer stands, and the longest task in between.
const WATCH: &str = r##"
    const seen = (window.benchmark = { longest: 0 });
    document.querySelector("#file-input").addEventListener("change", () => { seen.chosen ??= performance.now(); }, true);
    new MutationObserver(() => {
        if (document.querySelector("#cost .figure")) seen.answered ??= performance.now();
    }).observe(document.body, { childList: true, subtree: true });
    new PerformanceObserver((list) => {
        for (const task of list.getEntries()) seen.longest = Math.max(seen.longest, task.duration);
    }).observe({ type: "longtask" });
"##;

/// A daily export of twelve columns: two thousand people, five years, invented names.
fn export(rows: u32) -> String {
    let mut text = String::from(
        "hashed_autodesk_id,first_name,last_name,email,autodesk_id,team_alias,offering_name,product_name,\
         version,day_used,tokens_used,access_option\n",
    );
    let products = [("AutoCAD", 7), ("Revit", 10), ("3ds Max", 6), ("Navisworks Manage", 9)];
    for row in 0..rows {
        let person = row % 2_000;
        let (product, tokens) = products[((row / 2_000 + person) % 4) as usize];
        let day = row / 2_000 * 1_800 / (rows / 2_000).max(1);
        let (year, month, day) = (2021 + day / 360, day % 360 / 30 + 1, day % 28 + 1);
        let _ = writeln!(
            text,
            "h{person:08x}a1b2c3d4e5f6a7b8c9d0,First{person},Last{person},person{person}@firm.example,\
             USER{person:06},Team {},{product},{product},2026,{year}-{month:02}-{day:02},{tokens},Flex",
            person % 12
        );
    }
    text
}
