//! How a person is shown. The only function that turns a person into words: one switch hides all.

use engine::desk::{PersonView, Who};

/// A person: the name, else the id; with names hidden `Person 017`.
pub fn person(person: &PersonView, hide_names: bool) -> String {
    if hide_names {
        format!("Person {:03}", person.number)
    } else if person.name.is_empty() {
        person.id.clone()
    } else {
        person.name.clone()
    }
}

/// What tells people of one name apart, for the hover; nothing with names hidden.
pub fn person_detail(person: &PersonView, hide_names: bool) -> Option<String> {
    (!hide_names && !person.name.is_empty()).then(|| person.id.clone())
}

/// Anything that has a part in the whole.
pub fn who(who: &Who, hide_names: bool, unnamed: &str) -> String {
    match who {
        Who::Person(view) => person(view, hide_names),
        Who::Name(name) if name.is_empty() => unnamed.to_string(),
        Who::Name(name) => name.clone(),
    }
}
