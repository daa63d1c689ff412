//! Who a row belongs to: the cells with ids and names, taken together as one text and understood once.

use super::columns::{Columns, Field, Place};
use super::records::Record;
use super::seen::Seen;
use super::text::clean;
use crate::usage::{Identity, Names};

/// Stands between the cells; a cell that holds it itself names nobody.
const BETWEEN: char = '\u{1f}';

const FIELDS: [Field; 6] =
    [Field::Email, Field::AutodeskId, Field::HashedId, Field::FirstName, Field::LastName, Field::FullName];

/// The people of one file.
pub struct People {
    places: Vec<(Field, Place)>,
    /// There is no column with an id, so that a name has to do.
    by_name: bool,
    key: String,
    seen: Seen<Option<u32>>,
    distinct: Names,
    identities: Vec<Identity>,
}

impl People {
    /// From the columns of a file.
    pub fn new(columns: &Columns) -> People {
        let place = |field: Field| columns.place(field).map(|place| (field, place.clone()));
        People {
            places: FIELDS.into_iter().filter_map(place).collect(),
            by_name: !columns.has_id(),
            key: String::new(),
            seen: Seen::new(),
            distinct: Names::default(),
            identities: Vec::new(),
        }
    }

    /// The identity in a record: an index into what [`People::into_identities`] gives. `None` where
    /// the record names nobody.
    pub fn of(&mut self, record: &Record<'_>, bytes: &mut u64) -> Option<u32> {
        self.key.clear();
        for (_, place) in &self.places {
            self.key.push_str(place.of(record));
            self.key.push(BETWEEN);
        }
        let (places, by_name) = (&self.places, self.by_name);
        let (distinct, identities) = (&mut self.distinct, &mut self.identities);
        let key = self.key.as_str();
        let number = self.seen.number(key, bytes, || {
            if key.matches(BETWEEN).count() != places.len() {
                return None;
            }
            let identity = understand(places, record);
            let has_id =
                [&identity.email, &identity.autodesk_id, &identity.hashed_id].iter().any(|id| !id.is_empty());
            if !has_id && (!by_name || identity.name.is_empty()) {
                return None;
            }
            let Identity { email, autodesk_id, hashed_id, name } = &identity;
            let text = format!("{email}{BETWEEN}{autodesk_id}{BETWEEN}{hashed_id}{BETWEEN}{name}");
            let index = distinct.intern(&text);
            if index as usize == identities.len() {
                identities.push(identity);
            }
            Some(index)
        });
        self.seen.value(number).flatten()
    }

    /// Whether somebody is told by their name alone.
    pub fn is_anyone_only_a_name(&self) -> bool {
        self.by_name
            && self
                .identities
                .iter()
                .any(|i| i.email.is_empty() && i.autodesk_id.is_empty() && i.hashed_id.is_empty())
    }

    /// Everybody, in the order first seen.
    pub fn into_identities(self) -> Vec<Identity> {
        self.identities
    }
}

fn understand(places: &[(Field, Place)], record: &Record<'_>) -> Identity {
    let mut cells = [""; FIELDS.len()];
    for (field, place) in places {
        if let Some(index) = FIELDS.iter().position(|f| f == field) {
            cells[index] = clean(place.of(record));
        }
    }
    let [email, autodesk_id, hashed_id, first, last, full] = cells;
    // A column called “User” holds names in one sheet and addresses in the next.
    let is_address = full.contains('@') && !full.contains(char::is_whitespace);
    let email = if email.is_empty() && is_address { full } else { email };
    let full = if is_address { "" } else { full };
    let name = match (first, last) {
        ("", "") => full,
        ("", one) | (one, "") => one,
        _ => &format!("{first} {last}"),
    };
    Identity {
        email: email.to_lowercase(),
        autodesk_id: autodesk_id.to_string(),
        hashed_id: hashed_id.to_string(),
        name: name.to_string(),
    }
}
