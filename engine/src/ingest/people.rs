//! Who a row belongs to, from the cells with ids and names.

use super::columns::{Columns, Field};
use super::placeholders;
use super::record::Record;
use super::totals;
use crate::usage::{END_OF_PART, Identity, Names};

/// The people of one file.
pub struct People {
    /// There is no column with an id, so that a name has to do.
    by_name: bool,
    distinct: Names,
    identities: Vec<Identity>,
}

impl People {
    /// From the columns of a file.
    pub fn new(columns: &Columns) -> People {
        People { by_name: !columns.has_id(), distinct: Names::default(), identities: Vec::new() }
    }

    /// The identity in a record: an index into what [`People::into_identities`] gives. `None` where
    /// the record names nobody.
    pub fn of(&mut self, columns: &Columns, record: &Record<'_>) -> Option<u32> {
        let identity = understand(columns, record);
        let Identity { email, autodesk_id, hashed_id, name } = &identity;
        let has_id = [email, autodesk_id, hashed_id].iter().any(|id| !id.is_empty());
        if !has_id && (!self.by_name || name.is_empty()) {
            return None;
        }
        Some(self.add(identity))
    }

    /// Whether a record names somebody, and not a sum where a person should be named.
    pub fn is_person(&self, columns: &Columns, record: &Record<'_>) -> bool {
        const IDS: [Field; 3] = [Field::Email, Field::AutodeskId, Field::HashedId];
        const NAMES: [Field; 3] = [Field::FullName, Field::LastName, Field::FirstName];
        let says_who = |field: &Field| {
            let text = columns.text(*field, record);
            let text = placeholders::id(&text);
            !text.is_empty() && !totals::is_label(text)
        };
        let has_address =
            || columns.text(Field::FullName, record).contains('@') && says_who(&Field::FullName);
        IDS.iter().any(says_who) || if self.by_name { NAMES.iter().any(says_who) } else { has_address() }
    }

    /// The identity of a name that somebody logs in with; its case never matters.
    pub fn login(&mut self, text: &str) -> Option<u32> {
        let text = placeholders::id(text);
        if text.is_empty() {
            return None;
        }
        let lower = text.replace(END_OF_PART, " ").to_lowercase();
        let (email, name) = if lower.contains('@') { (lower, String::new()) } else { (String::new(), lower) };
        Some(self.add(Identity { email, name, ..Identity::default() }))
    }

    /// The identity of rows that name no person.
    pub fn nobody(&mut self) -> u32 {
        self.add(Identity::nobody())
    }

    fn add(&mut self, identity: Identity) -> u32 {
        let index = self.distinct.intern(&identity.text());
        if index as usize == self.identities.len() {
            self.identities.push(identity);
        }
        index
    }

    /// Whether somebody is told by their name alone.
    pub fn is_anyone_only_a_name(&self) -> bool {
        self.by_name
            && self.identities.iter().any(|i| {
                !i.is_nobody() && i.email.is_empty() && i.autodesk_id.is_empty() && i.hashed_id.is_empty()
            })
    }

    /// Everybody, in the order first seen.
    pub fn into_identities(self) -> Vec<Identity> {
        self.identities
    }
}

fn understand(columns: &Columns, record: &Record<'_>) -> Identity {
    let id = |field: Field| placeholders::id(&columns.text(field, record)).replace(END_OF_PART, " ");
    let name = |field: Field| placeholders::name(&columns.text(field, record)).replace(END_OF_PART, " ");
    let (first, last, full) = (name(Field::FirstName), name(Field::LastName), id(Field::FullName));
    let mut email = id(Field::Email);
    let mut name = match (first.is_empty(), last.is_empty()) {
        (false, false) => format!("{first} {last}"),
        (false, true) => first,
        (true, false) => last,
        (true, true) => String::new(),
    };
    // A column called “User” holds names in one sheet and addresses in the next.
    if full.contains('@') && !full.contains(char::is_whitespace) {
        if email.is_empty() {
            email = full;
        }
    } else if name.is_empty() {
        name = full;
    }
    Identity {
        email: email.to_lowercase(),
        autodesk_id: id(Field::AutodeskId),
        hashed_id: id(Field::HashedId),
        name,
    }
}
