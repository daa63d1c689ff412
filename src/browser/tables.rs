//! Reading a table of the page, as it is shown, to copy it.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlTableCellElement, HtmlTableElement, HtmlTableRowElement, Node};

/// What belongs to no cell's text: what is pressed or filled in, what is not seen, what is drawn.
const NO_TEXT: &str =
    ".no-print, .visually-hidden, [hidden], .why, svg, input, select, textarea, details > :not(summary)";

/// The cells of the table in the nearest element `around` what was pressed; `None` where there is none.
pub fn beside(event: &Event, around: &str) -> Option<Vec<Vec<String>>> {
    let pressed: Element = event.target()?.dyn_into().ok()?;
    let table = pressed.closest(around).ok()??.query_selector("table").ok()??;
    let table: HtmlTableElement = table.dyn_into().ok()?;
    let rows = table.rows();
    let rows = (0..rows.length()).filter_map(|index| rows.item(index)?.dyn_into().ok());
    Some(rows.filter(is_of_the_table).map(|row| cells(&row)).collect())
}

/// Rows that are folded away, or hold a table of their own, are no part of it.
fn is_of_the_table(row: &HtmlTableRowElement) -> bool {
    !row.hidden() && matches!(row.query_selector("table"), Ok(None))
}

fn cells(row: &HtmlTableRowElement) -> Vec<String> {
    let cells = row.cells();
    let mut found = Vec::new();
    for index in 0..cells.length() {
        let Some(cell) = cells.item(index).and_then(|cell| cell.dyn_into::<HtmlTableCellElement>().ok())
        else {
            continue;
        };
        let mut text = String::new();
        read(&cell, &mut text);
        found.push(text);
        // A cell over several columns leaves the others empty.
        (1..cell.col_span()).for_each(|_| found.push(String::new()));
    }
    found
}

/// The text of a node and what is in it; elements stand apart.
fn read(node: &Node, out: &mut String) {
    if let Some(element) = node.dyn_ref::<Element>() {
        if element.matches(NO_TEXT).unwrap_or(false) {
            return;
        }
        out.push(' ');
        let children = element.child_nodes();
        (0..children.length()).filter_map(|index| children.item(index)).for_each(|child| read(&child, out));
        out.push(' ');
    } else if node.node_type() == Node::TEXT_NODE {
        out.push_str(&node.node_value().unwrap_or_default());
    }
}
