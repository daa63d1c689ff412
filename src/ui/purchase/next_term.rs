//! What to buy at renewal, and how sure that is.

use crate::session::{View, part_of};
use crate::ui::figure::Why;
use crate::words::purchase as words;
use engine::desk::{NextTermView, PurchaseView};
use leptos::prelude::*;

/// The panel.
#[component]
pub fn NextTerm(
    /// The newest answer.
    view: View<PurchaseView>,
) -> AnyView {
    let shown = part_of(view, |view| (view.next_term.clone(), view.currency.clone()));
    view! {
        <section id="next-term" class="sheet answer">
            <h2>{words::NEXT_TERM}</h2>
            {move || shown.get().map(|(next, currency)| match next {
                Some(next) => body(next, &currency).into_any(),
                None => view! { <p class="lead">{words::NO_NEXT_TERM}</p> }.into_any(),
            })}
        </section>
    }
    .into_any()
}

fn body(of: NextTermView, currency: &str) -> impl IntoView + use<> {
    view! {
        <p class="lead"><b>{words::next_term(&of, currency)}</b></p>
        <p>{words::need(&of)}</p>
        {words::over_under(&of, currency).map(|words| view! { <p>{words}</p> })}
        <p>{words::stop_chance(&of)}</p>
        {words::less(&of).map(|less| view! { <p id="less-than-now"><b>{less}</b></p> })}
        <p class="soft">{words::NO_GAMBLE}</p>
        <p class="whys">
            <Why subject=words::NEXT_TERM.to_string() figure=of.tokens text="why this quantity?" />
            <Why subject="Cost at renewal".to_string() figure=of.amount text="why this cost?" />
            <Why subject="Left over".to_string() figure=of.over text="why so much left over?" />
            <Why subject="Bought later".to_string() figure=of.under text="why so much later?" />
        </p>
    }
}
