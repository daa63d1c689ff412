//! A picture that leaves the page: the drawing under its finding, over its legend, on white.

use super::frame::LABEL_SIZE;
use super::ink::Role;
use super::svg::{escape, estimated_width};
use std::fmt::Write;

/// An entry of a legend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// What is drawn so.
    pub role: Role,
    /// What it means.
    pub label: String,
}

/// The white around everything.
const MARGIN: f64 = 16.0;
/// The size of the finding.
const FINDING_SIZE: f64 = 14.0;
/// From line to line of the finding.
const FINDING_LINE: f64 = 20.0;
/// From line to line of the legend.
const KEY_LINE: f64 = 20.0;
/// The width of a colour in the legend.
const SWATCH: f64 = 22.0;
/// Between a colour and its words.
const SWATCH_GAP: f64 = 6.0;
/// Between two entries of the legend.
const KEY_GAP: f64 = 18.0;
/// Dots for each pixel: for slides and for paper.
const DENSITY: f64 = 2.0;

/// Puts the finding over a picture with baked colours, and the legend under it.
pub fn alone(drawn: &str, finding: &str, keys: &[Key]) -> String {
    let (width, height) = (size(drawn, "width"), size(drawn, "height"));
    let mut body = String::new();
    let mut y = MARGIN;
    for line in wrapped(finding, FINDING_SIZE, width) {
        y += FINDING_LINE;
        text(&mut body, MARGIN, y - FINDING_LINE / 4.0, FINDING_SIZE, Role::Strong, &line);
    }
    y += MARGIN / 2.0;
    body.push_str(&drawn.replacen("<svg", &format!("<svg x=\"{MARGIN}\" y=\"{y}\""), 1));
    y += height + MARGIN / 2.0;
    let mut x = MARGIN;
    for (index, key) in keys.iter().enumerate() {
        let wide = SWATCH + SWATCH_GAP + estimated_width(&key.label, LABEL_SIZE);
        if index > 0 && x + wide > MARGIN + width {
            (x, y) = (MARGIN, y + KEY_LINE);
        }
        swatch(&mut body, x, y + KEY_LINE / 2.0, key.role);
        let at = x + SWATCH + SWATCH_GAP;
        text(&mut body, at, y + KEY_LINE / 2.0 + LABEL_SIZE * 0.35, LABEL_SIZE, Role::Label, &key.label);
        x += wide + KEY_GAP;
    }
    y += if keys.is_empty() { 0.0 } else { KEY_LINE };
    let (width, height) = (width + 2.0 * MARGIN, y + MARGIN / 2.0);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"{}\" viewBox=\"0 0 {width} {height}\">\n\
         <rect width=\"{width}\" height=\"{height}\" fill=\"white\"/>\n{body}</svg>",
        width * DENSITY,
        height * DENSITY
    )
}

/// How the colour of a key looks: a line is a line.
fn swatch(out: &mut String, x: f64, y: f64, role: Role) {
    let color = role.baked();
    let line = |dash: &str| {
        format!(
            "<path d=\"M{x} {y}H{}\" fill=\"none\" stroke=\"{color}\" stroke-width=\"2\"{dash}/>\n",
            x + SWATCH
        )
    };
    out.push_str(&match role {
        Role::Actual => line(""),
        Role::Ahead => line(" stroke-dasharray=\"4 3\""),
        Role::Came => format!("<circle cx=\"{}\" cy=\"{y}\" r=\"4\" fill=\"{color}\"/>\n", x + SWATCH / 2.0),
        _ => {
            let top = y - SWATCH / 4.0;
            let tall = SWATCH / 2.0;
            format!("<rect x=\"{x}\" y=\"{top}\" width=\"{SWATCH}\" height=\"{tall}\" fill=\"{color}\"/>\n")
        }
    });
}

fn text(out: &mut String, x: f64, y: f64, size: f64, role: Role, words: &str) {
    let weight = if role == Role::Strong { " font-weight=\"600\"" } else { "" };
    // Writing to a String cannot fail.
    let _ = writeln!(
        out,
        "<text x=\"{x}\" y=\"{y}\" fill=\"{}\" font-family=\"sans-serif\" font-size=\"{size}\"{weight}>{}</text>",
        role.baked(),
        escape(words)
    );
}

/// The words in lines that fit.
fn wrapped(words: &str, size: f64, width: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        match lines.last_mut() {
            Some(line) if estimated_width(line, size) + estimated_width(word, size) + size < width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_string()),
        }
    }
    lines
}

/// The picture's own size, which one with baked colours carries.
fn size(drawn: &str, name: &str) -> f64 {
    let value = drawn.split_once(&format!(" {name}=\"")).and_then(|(_, rest)| rest.split('"').next());
    value.and_then(|value| value.parse().ok()).unwrap_or_default()
}
