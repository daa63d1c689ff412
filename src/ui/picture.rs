//! A chart: its finding as the caption, the drawing, and the same numbers as a table.

use crate::chart::{Ink, Picture, Size};
use crate::words::page;
use leptos::prelude::*;

/// Draws for a wide and for a narrow window; the styles show one of them.
pub fn both_sizes(id: &str, title: &str, description: &str, draw: impl Fn(&Picture<'_>) -> String) -> String {
    let one = |size: Size, suffix: &str| {
        let id = format!("{id}-{suffix}");
        draw(&Picture { id: &id, title, description, ink: Ink::Classes, size })
    };
    format!("{}{}", one(Size::Wide, "wide"), one(Size::Narrow, "narrow"))
}

/// The figure around a drawing.
#[component]
pub fn ChartFigure(
    /// The finding, as a sentence.
    caption: String,
    /// The SVG text, as `both_sizes` draws it.
    svg: String,
    /// What stands under the drawing.
    children: Children,
) -> AnyView {
    view! {
        <figure class="chart-figure">
            <figcaption>{caption}</figcaption>
            <div class="drawing" inner_html=svg></div>
            {children()}
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
