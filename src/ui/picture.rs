//! A chart: its finding as the caption, the drawing, its legend, and the same numbers as a table.

use super::copies::CopyChart;
use crate::chart::{Ink, Key, Picture, Role, Size, alone};
use crate::words::page;
use leptos::prelude::*;
use std::sync::Arc;

/// Draws one picture.
type Draw = Arc<dyn Fn(&Picture<'_>) -> String + Send + Sync>;

/// A chart before it is drawn: for the page it is drawn with classes, as a picture with colours.
#[derive(Clone)]
pub struct Drawing {
    id: String,
    title: String,
    finding: String,
    description: String,
    draw: Draw,
    keys: Vec<Key>,
}

impl Drawing {
    /// A chart with an id of its own, its name and its finding.
    pub fn new(
        id: impl Into<String>,
        title: impl Into<String>,
        finding: String,
        draw: impl Fn(&Picture<'_>) -> String + Send + Sync + 'static,
    ) -> Drawing {
        let description = finding.clone();
        let (id, title) = (id.into(), title.into());
        Drawing { id, title, finding, description, draw: Arc::new(draw), keys: Vec::new() }
    }

    /// With another description than the finding.
    pub fn described(mut self, description: String) -> Drawing {
        self.description = description;
        self
    }

    /// With an entry of the legend, where there is something to explain.
    pub fn key(mut self, there: bool, role: Role, label: impl Into<String>) -> Drawing {
        if there {
            self.keys.push(Key { role, label: label.into() });
        }
        self
    }

    fn drawn(&self, id: &str, ink: Ink, size: Size) -> String {
        let (title, description) = (self.title.as_str(), self.description.as_str());
        (self.draw)(&Picture { id, title, description, ink, size })
    }

    /// For a wide and for a narrow window; the styles show one of them.
    pub fn for_page(&self) -> String {
        let one = |size, suffix: &str| self.drawn(&format!("{}-{suffix}", self.id), Ink::Classes, size);
        format!("{}{}", one(Size::Wide, "wide"), one(Size::Narrow, "narrow"))
    }

    /// As a picture that stands alone, with its finding and its legend.
    pub fn alone(&self) -> String {
        alone(&self.drawn(&self.id, Ink::Baked, Size::Wide), &self.finding, &self.keys)
    }

    /// Its name.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// What it shows, in words.
    pub fn description(&self) -> &str {
        &self.description
    }

    /// The name of the file it is saved under, without the ending.
    pub fn file_name(&self) -> String {
        format!("flexgauge-{}", self.id.trim_end_matches("-chart"))
    }
}

/// The class of what explains a colour in the legend.
fn key_class(role: Role) -> &'static str {
    match role {
        Role::Actual => "key actual",
        Role::Ahead => "key ahead",
        Role::FanOuter => "key band-outer",
        Role::FanInner => "key band-inner",
        Role::Shade => "key shade",
        Role::Came => "key dot-actual",
        Role::Lapse => "key lapse",
        Role::BarPartial => "key bar-partial",
        Role::Need => "key charge",
        Role::Budget => "key budget",
        Role::Series1 => "key series series-1",
        Role::Series2 => "key series series-2",
        Role::Series3 => "key series series-3",
        Role::Series4 => "key series series-4",
        Role::Series5 => "key series series-5",
        Role::SeriesRest => "key series series-rest",
        _ => "key used",
    }
}

/// The figure around a drawing.
#[component]
pub fn ChartFigure(
    /// The chart.
    drawing: Drawing,
    /// What stands under the drawing.
    #[prop(optional)]
    children: Option<Children>,
) -> AnyView {
    let entry = |key: &Key| {
        let (class, label) = (key_class(key.role), key.label.clone());
        view! { <span class="legend-entry"><span class=class aria-hidden="true"></span>{label}</span> }
    };
    let keys = drawing.keys.iter().map(entry).collect_view();
    view! {
        <figure class="chart-figure">
            <figcaption>{drawing.finding.clone()}</figcaption>
            <div class="drawing" inner_html=drawing.for_page()></div>
            {(!drawing.keys.is_empty()).then(|| view! { <p class="soft legend">{keys}</p> })}
            {children.map(|children| children())}
            <CopyChart drawing />
        </figure>
    }
    .into_any()
}

/// The numbers of a chart, folded away.
#[component]
pub fn AsTable(
    /// The table.
    children: Children,
) -> AnyView {
    view! {
        <details class="as-table">
            <summary>{page::AS_TABLE}</summary>
            <div class="scroll" tabindex="0" role="region" aria-label=page::AS_TABLE>{children()}</div>
        </details>
    }
    .into_any()
}
