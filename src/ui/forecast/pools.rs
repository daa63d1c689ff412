//! All pools, a line each, with the choice of the one to look at. Nothing where there is only one. Headings of panels
//! about the one say which.

use crate::session::{View, part_of};
use crate::ui::copies::TableFrame;
use crate::words::{findings, forecast as words, numbers};
use engine::desk::{ForecastAsk, ForecastView, PoolLine, Verdict};
use leptos::prelude::*;

/// The table.
#[component]
pub fn Pools(
    /// The newest answer.
    view: View<ForecastView>,
    /// Which pool is wanted.
    wanted: RwSignal<ForecastAsk>,
) -> impl IntoView {
    let pools = part_of(view, |view| view.pools.clone());
    move || {
        let pools = pools.get().filter(|pools| pools.len() > 1)?;
        let lines = pools.into_iter().enumerate().map(|(index, pool)| line(index as u64, pool, wanted));
        let lines = lines.collect_view();
        Some(view! {
            <section id="pools" class="sheet">
                <h2>{words::POOLS}</h2>
                <TableFrame><table>
                    <thead><tr><th scope="col">"Pool"</th><th scope="col" class="n">"Left"</th><th scope="col">"Empty"</th><th scope="col">"Between"</th></tr></thead>
                    <tbody>{lines}</tbody>
                </table></TableFrame>
            </section>
        })
    }
}

/// The name of the pool that is shown, where there are several.
#[derive(Clone, Copy)]
struct Named(Memo<Option<String>>);

/// Panels below can say which pool they are about.
pub fn provide_named(view: View<ForecastView>) {
    let name = part_of(view, |view| {
        (view.pools.len() > 1).then(|| findings::name_of_pool(view.shown.name.as_deref()))
    });
    provide_context(Named(Memo::new(move |_| name.get().flatten())));
}

/// The heading of a panel about the pool that is shown.
#[component]
pub fn Heading(
    /// What the panel is about.
    text: &'static str,
) -> AnyView {
    let of = use_context::<Named>();
    let of = move || of?.0.get().map(|name| view! { <span class="soft">" · " {name}</span> });
    view! { <h2>{text} {of}</h2> }.into_any()
}

fn line(index: u64, pool: PoolLine, wanted: RwSignal<ForecastAsk>) -> impl IntoView {
    let name = findings::name_of_pool(pool.name.as_deref());
    let out = match (pool.verdict, pool.run_out.p50) {
        (Verdict::UsedUp, Some(day)) => numbers::day(day),
        (Verdict::Lapsed, Some(day)) => format!("lasts to {}", numbers::day(day.plus(-1))),
        (Verdict::NoBalance, _) => "tokens left not known".to_string(),
        (Verdict::TooFewDays, _) => "too few days".to_string(),
        (Verdict::NoUse, _) => "no use lately".to_string(),
        _ => "not within the days looked at".to_string(),
    };
    let between = match (pool.run_out.p10, pool.run_out.p90) {
        (Some(early), Some(late)) => format!("{} – {}", numbers::day(early), numbers::day(late)),
        (Some(early), None) => format!("from {}", numbers::day(early)),
        _ => String::new(),
    };
    view! {
        <tr>
            <th scope="row">
                <button type="button" class="link" aria-pressed=move || (wanted.get().pool == index).to_string() on:click=move |_| wanted.set(ForecastAsk { pool: index, budget: None })>{name}</button>
            </th>
            <td class="n">{pool.balance.map(numbers::tokens)}</td>
            <td>{out}</td>
            <td>{between}</td>
        </tr>
    }
}
