//! The packs in the order they are used, and what lapses with them.

use super::Shown;
use super::pools::Heading;
use crate::ui::copies::TableFrame;
use crate::ui::figure::AskNumber;
use crate::words::{forecast as words, numbers};
use leptos::prelude::*;

/// The panel; nothing without packs.
#[component]
pub fn Packs(
    /// The pool shown.
    shown: Shown,
) -> impl IntoView {
    move || {
        let (pool, _) = shown.get()?;
        if pool.packs.is_empty() {
            return None;
        }
        let rows = pool.packs.iter().map(|pack| {
            let end = pack.end.map_or("no end known".to_string(), numbers::day);
            view! {
                <tr>
                    <th scope="row">{format!("{} – {end}", numbers::day(pack.start))}</th>
                    <td class="n">{numbers::tokens(pack.bought)}</td>
                    <td class="n">{numbers::tokens(pack.left)}</td>
                </tr>
            }
        });
        let rows = rows.collect_view();
        let lapses = pool.now.lapses.iter().map(|lapse| {
            view! {
                <li class="warn-text">
                    <AskNumber subject=format!("Lapses on {}", numbers::day(lapse.day)) figure=lapse.tokens.clone() currency=String::new() />
                    {format!(
                        " tokens lapse at the end of {} (eight of ten: {} to {}).",
                        numbers::day(lapse.day), numbers::tokens(lapse.low), numbers::tokens(lapse.high)
                    )}
                </li>
            }
        });
        let lapses = lapses.collect_view();
        Some(view! {
            <section id="packs" class="sheet">
                <Heading text=words::PACKS />
                <TableFrame><table>
                    <thead><tr><th scope="col">"Usable"</th><th scope="col" class="n">"Bought"</th><th scope="col" class="n">"Left"</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table></TableFrame>
                <ul class="cautions">{lapses}</ul>
            </section>
        })
    }
}
