//! The file that is measured with.

use std::fmt::Write;

/// Five years of months of 28 days.
const DAYS: u32 = 5 * 12 * 28;

/// A daily export of twelve columns, one day after the other: two thousand people, five years, invented names.
pub fn daily(rows: u32) -> String {
    let mut text = String::from(
        "hashed_autodesk_id,first_name,last_name,email,autodesk_id,team_alias,offering_name,product_name,\
         version,day_used,tokens_used,access_option\n",
    );
    let products = [("AutoCAD", 7), ("Revit", 10), ("3ds Max", 6), ("Navisworks Manage", 9)];
    for row in 0..rows {
        let person = row % 2_000;
        let (product, tokens) = products[((row / 2_000 + person) % 4) as usize];
        let day = row / 2_000 * DAYS / (rows / 2_000).max(1);
        let (year, month, day) = (2021 + day / (12 * 28), day / 28 % 12 + 1, day % 28 + 1);
        let _ = writeln!(
            text,
            "h{person:08x}a1b2c3d4e5f6a7b8c9d0,First{person},Last{person},person{person}@firm.example,\
             USER{person:06},Team {},{product},{product},2026,{year}-{month:02}-{day:02},{tokens},Flex",
            person % 12
        );
    }
    text
}
