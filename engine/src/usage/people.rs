//! Who is who. Exports name people by e-mail, Autodesk id or hashed id, and not always by the same
//! one: whoever shares an id is one person.

use super::{Identity, Names};

/// One person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// The stable id in results: e-mail in lower case, else Autodesk id, else hashed id, else the
    /// name. Where several e-mails belong to one person, the first by alphabet.
    pub id: String,
    /// First and last name for the screen; empty where no file gives one.
    pub name: String,
}

impl Person {
    /// What the screen calls the person: the name where there is one, else the id.
    pub fn label(&self) -> &str {
        if self.name.is_empty() { &self.id } else { &self.name }
    }

    /// Whether this stands for rows that name no person. It is nobody with habits or a seat.
    pub fn is_nobody(&self) -> bool {
        self.id == self.name && Identity { name: self.id.clone(), ..Identity::default() }.is_nobody()
    }
}

/// All identities seen so far, joined into people over every id they share.
#[derive(Clone, Default)]
pub struct People {
    /// What identities have been seen, by their text; the number is the identity's.
    seen: Names,
    identities: Vec<Identity>,
    /// A union-find forest over identities; a root is its own parent.
    parents: Vec<u32>,
    /// Each id with its kind in front → any identity that has it.
    ids: Names,
    owners: Vec<u32>,
}

impl People {
    /// Adds an identity and joins it with whoever shares an id. Gives its number.
    pub fn add(&mut self, identity: &Identity) -> u32 {
        let number = self.seen.intern(&identity.text());
        if (number as usize) < self.identities.len() {
            return number;
        }
        self.identities.push(identity.clone());
        self.parents.push(number);
        let mut id = String::new();
        for (kind, text) in ids_of(identity) {
            id.clear();
            id.push(kind);
            id.push_str(text);
            let id = self.ids.intern(&id);
            match self.owners.get(id as usize) {
                Some(&owner) => self.join(owner, number),
                None => self.owners.push(number),
            }
        }
        number
    }

    /// The people in the order of their ids, and for each identity the index of its person.
    pub fn settle(&mut self) -> (Vec<Person>, Vec<u32>) {
        let roots: Vec<u32> = (0..self.parents.len() as u32).map(|i| self.root(i)).collect();
        let mut best: Vec<Option<Best<'_>>> = vec![None; roots.len()];
        for (identity, &root) in self.identities.iter().zip(&roots) {
            best[root as usize].get_or_insert_default().take(identity);
        }
        let mut people: Vec<(u32, Person)> = best
            .into_iter()
            .enumerate()
            .filter_map(|(root, best)| best.map(|best| (root as u32, best.person())))
            .collect();
        people.sort_by(|a, b| a.1.id.cmp(&b.1.id));
        let mut person_of_root = vec![0; roots.len()];
        for (index, (root, _)) in people.iter().enumerate() {
            person_of_root[*root as usize] = index as u32;
        }
        let person_of_identity = roots.iter().map(|&root| person_of_root[root as usize]).collect();
        (people.into_iter().map(|(_, person)| person).collect(), person_of_identity)
    }

    fn root(&mut self, mut i: u32) -> u32 {
        while self.parents[i as usize] != i {
            let grandparent = self.parents[self.parents[i as usize] as usize];
            self.parents[i as usize] = grandparent;
            i = grandparent;
        }
        i
    }

    fn join(&mut self, a: u32, b: u32) {
        let (a, b) = (self.root(a), self.root(b));
        let (low, high) = (a.min(b), a.max(b));
        self.parents[high as usize] = low;
    }
}

/// The ids of an identity, each with its kind; the name only where there is no id.
fn ids_of(identity: &Identity) -> impl Iterator<Item = (char, &str)> {
    let ids = [('e', &identity.email), ('a', &identity.autodesk_id), ('h', &identity.hashed_id)];
    let is_only_a_name = ids.iter().all(|(_, id)| id.is_empty());
    let name = is_only_a_name.then_some(('n', identity.name.as_str()));
    ids.into_iter().filter(|(_, id)| !id.is_empty()).map(|(kind, id)| (kind, id.as_str())).chain(name)
}

/// Picks a person's id and name from their identities, whatever their order.
#[derive(Clone, Copy, Default)]
struct Best<'a> {
    email: &'a str,
    autodesk_id: &'a str,
    hashed_id: &'a str,
    name: &'a str,
}

impl<'a> Best<'a> {
    fn take(&mut self, identity: &'a Identity) {
        first_by_alphabet(&mut self.email, &identity.email);
        first_by_alphabet(&mut self.autodesk_id, &identity.autodesk_id);
        first_by_alphabet(&mut self.hashed_id, &identity.hashed_id);
        first_by_alphabet(&mut self.name, &identity.name);
    }

    fn person(self) -> Person {
        let ids = [self.email, self.autodesk_id, self.hashed_id, self.name];
        let id = ids.into_iter().find(|id| !id.is_empty()).unwrap_or_default();
        Person { id: id.to_string(), name: self.name.to_string() }
    }
}

fn first_by_alphabet<'a>(best: &mut &'a str, candidate: &'a str) {
    if !candidate.is_empty() && (best.is_empty() || candidate < *best) {
        *best = candidate;
    }
}
