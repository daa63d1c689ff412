//! What the user noted, as saved: `expected` is a list of people, `dismissed` notes by key.

use super::read::Reader;
use crate::plan::{Expected, Plan};
use serde_json::{Map, Value, json};

pub fn read(plan: &mut Plan, fields: &mut Map<String, Value>, reader: &mut Reader) {
    plan.expected = reader.list((fields.remove("expected"), "expected"), |reader, mut fields, at| {
        let user = reader.needed(&mut fields, at, "user", Reader::text)?.to_lowercase();
        let note = reader.text(fields.remove("note"), &format!("{at}.note")).unwrap_or_default();
        Some(Expected { user, note })
    });
    // Stable, so that of two lines about one person the last counts.
    plan.expected.sort_by(|a, b| a.user.cmp(&b.user));
    plan.expected.reverse();
    plan.expected.dedup_by(|later, kept| later.user == kept.user);
    plan.expected.reverse();
    for (key, note) in reader.object(fields.remove("dismissed"), "dismissed") {
        let note = reader.text(Some(note), &format!("dismissed.{key}")).unwrap_or_default();
        plan.dismissed.insert(key, note);
    }
}

pub fn expected(one: &Expected) -> Value {
    let note = Some(one.note.as_str()).filter(|note| !note.is_empty());
    json!({ "user": one.user, "note": note })
}
