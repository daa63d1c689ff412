//! Reviews, as saved: `reviews` are the finished ones, `open_review` the steps of the one under way.

use super::read::Reader;
use crate::plan::{Plan, Promise, Review, Step, StepTaken};
use crate::usage::{Money, Tokens, number};
use serde_json::{Map, Value, json};

pub fn read(plan: &mut Plan, fields: &mut Map<String, Value>, reader: &mut Reader) {
    plan.open_review = reader.list((fields.remove("open_review"), "open_review"), step);
    plan.open_review.sort_by_key(|taken| taken.step);
    plan.reviews = reader.list((fields.remove("reviews"), "reviews"), review);
    plan.reviews.sort_by_key(|review| review.as_of);
}

fn step(reader: &mut Reader, mut fields: Map<String, Value>, at: &str) -> Option<StepTaken> {
    let key = reader.needed(&mut fields, at, "step", Reader::text)?;
    let Some(step) = Step::from_key(&key) else {
        reader.expected(&format!("{at}.step"), &key.into(), "a step of the review");
        return None;
    };
    let done = reader.flag(fields.remove("done"), &format!("{at}.done"));
    let note = reader.text(fields.remove("note"), &format!("{at}.note")).unwrap_or_default();
    Some(StepTaken { step, done, note })
}

fn promise(reader: &mut Reader, mut fields: Map<String, Value>, at: &str) -> Option<Promise> {
    let user = reader.needed(&mut fields, at, "user", Reader::text)?.to_lowercase();
    let offers = reader.values((fields.remove("offers"), &format!("{at}.offers")), Reader::text);
    let saving = reader.signed(fields.remove("saving_per_year"), &format!("{at}.saving_per_year"));
    Some(Promise { user, offers, saving_per_year: saving.map(Money) })
}

fn review(reader: &mut Reader, mut fields: Map<String, Value>, at: &str) -> Option<Review> {
    let as_of = reader.needed(&mut fields, at, "as_of", Reader::day)?;
    let mut take = |name: &str| (fields.remove(name), format!("{at}.{name}"));
    let (on, steps, burn, out) = (take("on"), take("steps"), take("burn_per_day"), take("run_out"));
    let (moves, promised, shown) = (take("moves"), take("promised_per_year"), take("shown_per_year"));
    let promised = reader.signed(promised.0, &promised.1).map(Money);
    let shown = reader.signed(shown.0, &shown.1).map(Money);
    Some(Review {
        on: reader.day(on.0, &on.1),
        as_of,
        steps: reader.list((steps.0, &steps.1), step),
        burn_per_day: reader.amount(burn.0, &burn.1).map(Tokens),
        run_out: reader.day(out.0, &out.1),
        moves: reader.list((moves.0, &moves.1), promise),
        savings: promised.zip(shown),
    })
}

pub fn write_step(taken: &StepTaken) -> Value {
    let note = Some(taken.note.as_str()).filter(|note| !note.is_empty());
    json!({ "step": taken.step.key(), "done": taken.done, "note": note })
}

pub fn write_review(review: &Review) -> Value {
    let moves = review.moves.iter().map(|one| {
        json!({
            "user": one.user,
            "offers": one.offers,
            "saving_per_year": one.saving_per_year.map(|saving| number(saving.0)),
        })
    });
    json!({
        "on": review.on.map(|day| day.to_string()),
        "as_of": review.as_of.to_string(),
        "steps": review.steps.iter().map(write_step).collect::<Vec<_>>(),
        "burn_per_day": review.burn_per_day.map(|burn| number(burn.0)),
        "run_out": review.run_out.map(|day| day.to_string()),
        "moves": moves.collect::<Vec<_>>(),
        "promised_per_year": review.savings.map(|(promised, _)| number(promised.0)),
        "shown_per_year": review.savings.map(|(_, shown)| number(shown.0)),
    })
}
