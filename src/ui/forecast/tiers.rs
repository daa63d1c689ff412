//! The tiers of the term's tokens: when each was crossed, or will be.

use super::Shown;
use super::pools::Heading;
use crate::ui::copies::TableFrame;
use crate::ui::figure::AskNumber;
use crate::words::{forecast as words, numbers};
use engine::desk::TierView;
use leptos::prelude::*;

/// The panel; nothing without a term.
#[component]
pub fn Tiers(
    /// The pool shown.
    shown: Shown,
) -> impl IntoView {
    move || {
        let (pool, _) = shown.get()?;
        let tiers = pool.then.as_ref().unwrap_or(&pool.now).tiers.clone();
        let rows = tiers.iter().map(row).collect_view();
        (!tiers.is_empty()).then(|| {
            view! {
                <section id="tiers" class="sheet">
                    <Heading text=words::TIERS />
                    <TableFrame><table>
                        <thead><tr><th scope="col">"Tier"</th><th scope="col">"State"</th><th scope="col">"Day"</th><th scope="col">"Between"</th></tr></thead>
                        <tbody>{rows}</tbody>
                    </table></TableFrame>
                </section>
            }
        })
    }
}

fn row(tier: &TierView) -> impl IntoView + use<> {
    let name = numbers::share(tier.percent / 100.0);
    let known = tier.day.value.is_some();
    let between = match (tier.p10, tier.p90) {
        (Some(early), Some(late)) => format!("{} – {}", numbers::day(early), numbers::day(late)),
        (Some(early), None) => format!("from {}", numbers::day(early)),
        _ => String::new(),
    };
    let day = tier.day.clone();
    view! {
        <tr class:urgent=tier.reached>
            <th scope="row">{name.clone()}</th>
            <td>{if known { words::tier(tier.reached) } else { "not in this term" }}</td>
            <td>{known.then(|| view! { <AskNumber subject=format!("Tier {name}") figure=day currency=String::new() /> })}</td>
            <td>{between}</td>
        </tr>
    }
}
