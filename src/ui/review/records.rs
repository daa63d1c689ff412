//! The finished reviews, newest first.

use crate::session::{Event, Session};
use crate::ui::copies::TableFrame;
use crate::words::{numbers, review as words};
use engine::plan::{Edit, Review, ReviewEdit, Step};
use leptos::prelude::*;

/// The table.
#[component]
pub fn Records() -> AnyView {
    let session = Session::get();
    let reviews = session.plan(|plan| plan.reviews.clone());
    let currency = session.currency();
    view! {
        <section id="reviews" class="sheet">
            <h2>{words::RECORDS}</h2>
            <p class="finding" aria-live="polite">{move || reviews.with(|reviews| words::records(reviews))}</p>
            {move || reviews.with(|reviews| (!reviews.is_empty()).then(|| {
                let rows: Vec<_> = reviews.iter().rev().map(|review| row(session, review, &currency.get())).collect();
                view! {
                    <TableFrame label=words::RECORDS><table>
                        <thead><tr>
                            <th scope="col">"Rows up to"</th>
                            <th scope="col">"Finished"</th>
                            <th scope="col" class="n">"Tokens a day"</th>
                            <th scope="col">"Run-out"</th>
                            <th scope="col" class="n">"Moves"</th>
                            <th scope="col">"Savings a year"</th>
                            <th scope="col" class="n">"Steps"</th>
                            <th scope="col">"Notes"</th>
                            <th scope="col" class="no-print">"Remove"</th>
                        </tr></thead>
                        <tbody>{rows}</tbody>
                    </table></TableFrame>
                }
            }))}
        </section>
    }
    .into_any()
}

fn row(session: Session, review: &Review, currency: &str) -> impl IntoView + use<> {
    let as_of = review.as_of;
    let done = review.steps.iter().filter(|taken| taken.done).count();
    let remove = move |_| session.dispatch(Event::Edit(Edit::Review(ReviewEdit::Remove(as_of))));
    let label = format!("Remove the review of {}", numbers::day(as_of));
    view! {
        <tr>
            <th scope="row">{numbers::day(as_of)}</th>
            <td>{words::day_or_dash(review.on)}</td>
            <td class="n">{review.burn_per_day.map_or("–".to_string(), numbers::tokens)}</td>
            <td>{words::day_or_dash(review.run_out)}</td>
            <td class="n">{review.moves.len()}</td>
            <td>{words::record_savings(review, currency)}</td>
            <td class="n">{format!("{done} of {}", Step::ALL.len())}</td>
            <td>{words::notes(review)}</td>
            <td class="no-print"><button type="button" class="link" aria-label=label on:click=remove>"Remove"</button></td>
        </tr>
    }
}
