//! Which column is which.

use super::dates;
use super::decode::field_text;
pub use super::fields::{FIELDS, Field, PERSON, PERSON_AND_PRODUCT};
use super::fields::{field_of, is_of_another_unit};
use super::placeholders;
use super::record::{Key, Record};
use super::text::{is_blank, trim};
use crate::usage::{MappedField, Mapping};
use std::borrow::Cow;

/// Where a field stands: its column, and further columns of the same meaning.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Place {
    first: usize,
    others: Vec<usize>,
}

impl Place {
    /// The first non-empty cell of the field's columns.
    #[inline]
    pub fn cell<'a>(&self, record: &Record<'a>) -> &'a [u8] {
        let cell = record.cell(self.first);
        if self.others.is_empty() { cell } else { self.first_of_several(cell, record) }
    }

    #[inline(never)]
    fn first_of_several<'a>(&self, cell: &'a [u8], record: &Record<'a>) -> &'a [u8] {
        if !is_blank(cell) {
            return cell;
        }
        self.others.iter().map(|&i| record.cell(i)).find(|cell| !is_blank(cell)).unwrap_or(cell)
    }

    /// Whether the record is long enough to have the field.
    pub fn is_within(&self, record: &Record<'_>) -> bool {
        self.first < record.len()
    }
}

/// The columns of one file.
pub struct Columns {
    /// The header's cells as the file spells them.
    pub names: Vec<String>,
    /// How many of them are known, by name or by what the user said.
    pub known: usize,
    /// Whether the user said what they are.
    pub is_mapped: bool,
    /// Whether every name is known. What no column has is then not in the file; else it may stand below a name that
    /// is not known.
    pub knows_all: bool,
    places: [Option<Place>; FIELDS],
}

impl Columns {
    /// Finds the fields in a header.
    pub fn of(header: &Record<'_>) -> Columns {
        let names: Vec<String> = header.fields().map(|cell| trim(&cell).to_string()).collect();
        let mut places: [Option<Place>; FIELDS] = [const { None }; FIELDS];
        for (index, name) in names.iter().enumerate() {
            let Some(field) = field_of(name) else { continue };
            match &mut places[field as usize] {
                Some(place) => place.others.push(index),
                place => *place = Some(Place { first: index, others: Vec::new() }),
            }
        }
        let is_known = |name: &str| name.is_empty() || field_of(name).is_some() || is_of_another_unit(name);
        let knows_all = names.iter().all(|name| is_known(name));
        Columns { names, known: places.iter().flatten().count(), is_mapped: false, knows_all, places }
    }

    /// The columns as a mapping says them; names that the header does not have are passed over.
    pub fn mapped(header: &Record<'_>, mapping: &Mapping) -> Columns {
        let names: Vec<String> = header.fields().map(|cell| trim(&cell).to_string()).collect();
        let mut places: [Option<Place>; FIELDS] = [const { None }; FIELDS];
        for (field, name) in &mapping.fields {
            let plain = |text: &str| trim(text).to_lowercase();
            if let Some(first) = names.iter().position(|known| plain(known) == plain(name)) {
                places[mapped_field(*field) as usize] = Some(Place { first, others: Vec::new() });
            }
        }
        Columns { names, known: places.iter().flatten().count(), is_mapped: true, knows_all: false, places }
    }

    /// Whether all fields stand where they stand in the other.
    pub fn stands_as(&self, other: &Columns) -> bool {
        self.places == other.places
    }

    /// Of several columns with days keeps those whose cells are dates, as the first rows show them: beside a date
    /// there may be its weekday or the day of the month.
    pub fn keep_dates(&mut self, rows: &[Vec<String>]) {
        let Some(place) = &mut self.places[Field::Day as usize] else { return };
        if place.others.is_empty() {
            return;
        }
        let count = |column: usize| {
            let cells = || rows.iter().filter_map(|row| row.get(column)).filter(|cell| !cell.is_empty());
            (cells().count(), cells().filter(|cell| dates::read(cell) != [None, None]).count())
        };
        let all: Vec<usize> = std::iter::once(place.first).chain(place.others.iter().copied()).collect();
        if all.iter().all(|column| count(*column).1 == 0) {
            return;
        }
        let is_fitting = |(cells, dates): (usize, usize)| dates * 2 >= cells;
        let mut kept = all.into_iter().filter(|column| is_fitting(count(*column)));
        if let Some(first) = kept.next() {
            *place = Place { first, others: kept.collect() };
        }
    }

    /// Columns up to the last that has a name: beyond it nothing can stand that belongs to a row.
    pub fn named(&self) -> usize {
        self.names.iter().rposition(|name| !name.is_empty()).map_or(0, |last| last + 1)
    }

    /// Where a field stands, if the file has it.
    pub fn place(&self, field: Field) -> Option<&Place> {
        self.places[field as usize].as_ref()
    }

    /// The bytes of a field in a record.
    #[inline]
    pub fn cell<'a>(&self, field: Field, record: &Record<'a>) -> &'a [u8] {
        if let Some(place) = self.place(field) { place.cell(record) } else { &[] }
    }

    /// A field in a record.
    pub fn text<'a>(&self, field: Field, record: &Record<'a>) -> Cow<'a, str> {
        field_text(self.cell(field, record))
    }

    /// The columns of several fields, taken together.
    pub fn key(&self, fields: &[Field]) -> Key {
        let places = fields.iter().filter_map(|field| self.place(*field));
        Key::new(places.flat_map(|place| place.others.iter().copied().chain(Some(place.first))).collect())
    }

    /// Whether the file has a field.
    pub fn has(&self, field: Field) -> bool {
        self.place(field).is_some()
    }

    /// The header of a field as the file spells it.
    pub fn name(&self, field: Field) -> &str {
        self.place(field).map_or("", |place| &self.names[place.first])
    }

    /// The first field that every row needs and a record is too short for.
    pub fn first_beyond(&self, record: &Record<'_>) -> Option<Field> {
        const NEEDED: [&[Field]; 4] = [
            &[Field::Day],
            &[Field::Tokens],
            &[Field::Offering, Field::Product],
            &[Field::Email, Field::AutodeskId, Field::HashedId],
        ];
        NEEDED.iter().find_map(|alternatives| {
            let mut places = alternatives.iter().filter_map(|field| Some((*field, self.place(*field)?)));
            let (field, place) = places.next()?;
            let is_beyond = !place.is_within(record) && places.all(|(_, place)| !place.is_within(record));
            is_beyond.then_some(field)
        })
    }

    /// Columns that mean the same as one before them: the later, and the earlier.
    pub fn twice(&self) -> impl Iterator<Item = (&str, &str)> {
        self.places.iter().flatten().flat_map(move |place| {
            let first = self.names[place.first].as_str();
            place.others.iter().map(move |&i| (self.names[i].as_str(), first))
        })
    }

    /// How many of these the file has.
    pub fn count(&self, fields: &[Field]) -> usize {
        fields.iter().filter(|field| self.has(**field)).count()
    }

    /// The offering is what is charged; the product stands in where there is none.
    pub fn product(&self, record: &Record<'_>) -> Option<String> {
        let name = |field: Field| {
            let text = self.text(field, record);
            Some(placeholders::product(&text).to_string()).filter(|name| !name.is_empty())
        };
        name(Field::Offering).or_else(|| name(Field::Product))
    }

    /// The cell that should name a product, as it stands in the file.
    pub fn product_cell(&self, record: &Record<'_>) -> String {
        let field = if self.has(Field::Offering) { Field::Offering } else { Field::Product };
        self.text(field, record).into_owned()
    }

    /// Whether rows name a person.
    pub fn names_people(&self) -> bool {
        self.has_id() || self.has_name()
    }

    /// Whether rows name a product.
    pub fn names_products(&self) -> bool {
        self.has(Field::Offering) || self.has(Field::Product)
    }

    /// What a daily export needs and this header does not have, in words.
    pub fn missing(&self) -> Vec<&'static str> {
        let mut missing = Vec::new();
        if !self.has(Field::Day) {
            missing.push("the day (“Day used”)");
        }
        if !self.has(Field::Offering) && !self.has(Field::Product) {
            missing.push("the product (“Product” or “offering_name”)");
        }
        if !self.has(Field::Tokens) {
            missing.push("the tokens (“Tokens used”)");
        }
        // Where all else is there and nothing is unknown, the file names nobody.
        let is_on_purpose = missing.is_empty() && self.knows_all;
        if !self.names_people() && !is_on_purpose {
            missing.push("the person (“Email”, “autodesk_id” or “hashed_autodesk_id”)");
        }
        missing
    }

    /// Whether persons are told by something better than their name.
    pub fn has_id(&self) -> bool {
        self.has(Field::Email) || self.has(Field::AutodeskId) || self.has(Field::HashedId)
    }

    fn has_name(&self) -> bool {
        self.has(Field::FullName) || self.has(Field::LastName) || self.has(Field::FirstName)
    }
}

/// How many different columns of any known form are in these cells: what makes a record a header.
pub fn known_columns(record: &Record<'_>) -> usize {
    let mut fields = [false; FIELDS];
    for field in record.fields().filter_map(|cell| field_of(&cell)) {
        fields[field as usize] = true;
    }
    fields.iter().filter(|known| **known).count()
}

/// The column that a mapped one is.
fn mapped_field(field: MappedField) -> Field {
    match field {
        MappedField::Person => Field::FullName,
        MappedField::Team => Field::Team,
        MappedField::Product => Field::Offering,
        MappedField::Version => Field::Version,
        MappedField::Day => Field::Day,
        MappedField::Tokens => Field::Tokens,
        MappedField::Start => Field::SessionStart,
        MappedField::End => Field::SessionEnd,
        MappedField::Minutes => Field::UsageMinutes,
        MappedField::IdleMinutes => Field::IdleMinutes,
        MappedField::Month => Field::Month,
        MappedField::RunningTotal => Field::RunningTotal,
        MappedField::Department => Field::Department,
        MappedField::CostCentre => Field::CostCentre,
        MappedField::Project => Field::Project,
    }
}
