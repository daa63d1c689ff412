//! All habits as bars: what they cost, and the part that the sliders save.

use crate::chart::{self, PartBar, Role};
use crate::ui::picture::{AsTable, ChartFigure, Drawing};
use crate::words::{habits as words, numbers};
use engine::desk::{HabitRow, HabitsView};
use engine::usage::Tokens;
use leptos::prelude::*;

/// The chart; nothing where no amount a year is known.
pub fn chart(view: &HabitsView) -> Option<AnyView> {
    let shown = view.habits.iter().filter(|row| row.people > 0);
    let amounts: Vec<(&HabitRow, Tokens, Tokens)> = shown
        .filter_map(|row| Some((row, row.tokens_per_year.tokens()?, row.saved_tokens_per_year.tokens()?)))
        .collect();
    let (first, tokens, _) = amounts.first()?;
    let caption = words::chart_caption(&first.habit, *tokens);
    let bars: Vec<PartBar> = amounts
        .iter()
        .map(|(row, tokens, saved)| PartBar {
            label: words::habit_name(&row.habit).to_string(),
            size_label: numbers::tokens(*tokens),
            size: tokens.to_f64(),
            saved: saved.to_f64(),
        })
        .collect();
    let drawing =
        Drawing::new("habits-chart", words::CHART, caption, move |picture| chart::parts(&bars, picture))
            .key(true, Role::BarPartial, "what it costs by itself")
            .key(true, Role::Bar, "saved by what you set");
    let rows = amounts.iter().map(|(row, tokens, saved)| {
        view! {
            <tr>
                <th scope="row">{words::habit_name(&row.habit).to_string()}</th>
                <td class="n" title=numbers::tokens_exact(*tokens)>{numbers::tokens(*tokens)}</td>
                <td class="n" title=numbers::tokens_exact(*saved)>{numbers::tokens(*saved)}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    Some(
        view! {
            <ChartFigure drawing>
                <AsTable>
                    <table>
                        <thead><tr><th scope="col">"Habit"</th><th scope="col" class="n">"Tokens a year"</th><th scope="col" class="n">"Saved"</th></tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                </AsTable>
            </ChartFigure>
        }
        .into_any(),
    )
}
