//! The guide: how to use the page, and how each number comes about. One text for the page and for
//! docs/guide.md; the rules come from the engine's own table.

use engine::rules::ALL_RULES;

/// A chapter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chapter {
    /// Its heading.
    pub title: &'static str,
    /// Its parts.
    pub parts: Vec<Part>,
}

/// A part of a chapter: a heading, where there is one, text, and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// A heading.
    pub name: Option<&'static str>,
    /// What it says.
    pub says: &'static str,
    /// Its source and date.
    pub source: Option<String>,
}

const START: [&str; 6] = [
    "Export the usage from Autodesk Account: Reporting, Flex usage (or Token usage), Export. The portal keeps \
     an export for 14 days and shows a year at most, so keep your own files: Flexgauge reads many at once and \
     counts a charge that stands in several of them once.",
    "Drop the files anywhere on the page, or press “Add exports…”. What could not be used is listed with its \
     file and line, at the end of the page; nothing is left out silently.",
    "Where a file leaves something open, a question stands on top of the page: whether the day or the month \
     comes first, for which dates a usage report was made, or which column is what in a file that Flexgauge \
     does not know. One click answers, the answer is remembered with your plan, and Ctrl+Z takes it back. \
     “Columns…” in “Data and plan” shows how the columns of any file are read, and changes it.",
    "Press “Data and plan” and say how many tokens are left and on which day, or what you bought and for which \
     term. From then on the page shows when they run out, against your renewal.",
    "Say what a token costs. In US dollars the list price stands in until you do; in another currency amounts \
     stay unknown until you do, since nobody’s exchange rate is known here.",
    "Ask “why?” of any number: its rule, what went into it, and the rows behind it with file and line.",
];

const KEEP: [&str; 3] = [
    "Nothing is stored and nothing is sent. “Save workspace” writes what you entered into a file; \
     open it next month by dropping it on the page. On request it keeps the exports too, which the portal deletes \
     after 14 days: then it holds your usage with people’s names, even while names are hidden.",
    "“Hide names” shows people as “Person 017” everywhere on the page, for a meeting or a screenshot, and in \
     the results, tables and lists that are saved or copied then. A workspace still names them.",
    "Ctrl+Z takes back any change of the plan, Ctrl+Y makes it again.",
];

/// All of it.
pub fn chapters() -> Vec<Chapter> {
    let plain = |says: &&'static str| Part { name: None, says, source: None };
    vec![
        Chapter { title: "From export to answer", parts: START.iter().map(plain).collect() },
        Chapter { title: "What stays with you", parts: KEEP.iter().map(plain).collect() },
        Chapter {
            title: "How each number comes about",
            parts: ALL_RULES
                .iter()
                .map(|rule| {
                    let text = rule.text();
                    Part {
                        name: Some(text.name),
                        says: text.says,
                        source: Some(format!("{}, {}", text.source, text.dated)),
                    }
                })
                .collect(),
        },
    ]
}

/// The same as a file.
pub fn markdown() -> String {
    let mut out = String::from(
        "# Guide\n\nThis text stands in the page too, under “Guide”. It is written from there.\n",
    );
    for chapter in chapters() {
        out.push_str(&format!("\n## {}\n", chapter.title));
        for part in chapter.parts {
            out.push('\n');
            if let Some(name) = part.name {
                out.push_str(&format!("### {name}\n\n"));
            }
            out.push_str(part.says);
            out.push('\n');
            if let Some(source) = part.source {
                out.push_str(&format!("\n*Source: {source}*\n"));
            }
        }
    }
    out
}
