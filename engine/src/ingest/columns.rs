//! Which column is which: the one table of header spellings, and the forms they make up.
//!
//! Headers are compared folded (see [`fold`]). A further form of file is a further table here.

use super::decode::field_text;
use super::record::{Key, Record};
use super::text::{fold, is_blank, trim};
use std::borrow::Cow;

/// What a column of a daily export can say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The id that stays when personal data is switched off.
    HashedId,
    /// First name.
    FirstName,
    /// Last name.
    LastName,
    /// First and last name in one, or whatever a home-made sheet calls its user.
    FullName,
    /// E-mail.
    Email,
    /// Autodesk id.
    AutodeskId,
    /// Team.
    Team,
    /// What is charged.
    Offering,
    /// The application in it.
    Product,
    /// Version of the application.
    Version,
    /// The day the charge's window opened.
    Day,
    /// Tokens charged.
    Tokens,
    /// Flex or subscription.
    Access,
}

/// How many fields there are.
const FIELDS: usize = 13;

/// English as the portal spells it in its several versions, then German, French and Spanish.
#[rustfmt::skip]
const DAILY: [(Field, &[&str]); FIELDS] = [
    (Field::HashedId, &["hashedautodeskid", "hasheduserid", "hashedid", "hashedoxygenid", "autodeskidhash"]),
    (Field::FirstName, &["firstname", "givenname", "forename", "userfirstname", "vorname", "prenom",
        "nombre", "nombredepila", "primernombre"]),
    (Field::LastName, &["lastname", "surname", "familyname", "userlastname", "nachname", "familienname",
        "nom", "nomdefamille", "apellido", "apellidos"]),
    (Field::FullName, &["name", "fullname", "user", "username", "displayname", "person", "employee",
        "benutzer", "benutzername", "anwender", "mitarbeiter", "utilisateur", "nomdutilisateur", "usuario",
        "nombredeusuario", "nombrecompleto"]),
    (Field::Email, &["email", "emailaddress", "emailid", "useremail", "useremailaddress", "mail",
        "emailadresse", "mailadresse", "benutzeremail", "courriel", "adresseemail", "adressemail",
        "adressedemessagerie", "adresseelectronique", "emaildelutilisateur", "correo", "correoelectronico",
        "direcciondecorreoelectronico", "emaildelusuario"]),
    (Field::AutodeskId, &["autodeskid", "userid", "oxygenid", "autodeskuserid", "benutzerid",
        "autodeskkennung", "identifiantautodesk", "idutilisateur", "identifiantutilisateur", "iddeautodesk",
        "idautodesk", "iddeusuario"]),
    (Field::Team, &["team", "teamalias", "teamname", "teamaliasname", "teamaliases", "equipe",
        "nomdelequipe", "nomdequipe", "aliasdelequipe", "equipo", "nombredelequipo", "nombredeequipo",
        "aliasdelequipo", "aliasdeequipo"]),
    (Field::Offering, &["offeringname", "offering", "product", "productoffering", "produkt", "angebot",
        "angebotsname", "angebotname", "produit", "offre", "nomdeloffre", "producto", "oferta",
        "nombredelaoferta", "nombredeoferta"]),
    (Field::Product, &["productname", "feature", "featurename", "application", "produktname", "funktion",
        "anwendung", "nomduproduit", "nomdeproduit", "fonctionnalite", "fonction", "nombredelproducto",
        "nombredeproducto", "funcion", "caracteristica", "aplicacion"]),
    (Field::Version, &["version", "productversion", "release", "releaseyear", "produktversion",
        "versionduproduit", "versiondelproducto"]),
    (Field::Day, &["dayused", "day", "date", "usagedate", "usageday", "dateused", "dateofuse", "dayofuse",
        "tag", "datum", "nutzungstag", "nutzungsdatum", "verwendungstag", "verwendungsdatum", "tagdernutzung",
        "tagderverwendung", "verwendetertag", "verwendetam", "genutztam", "jour", "jourdutilisation",
        "jourutilise", "datedutilisation", "dateutilisation", "dia", "diadeuso", "diausado", "diautilizado",
        "diadeutilizacion", "fecha", "fechadeuso", "fechadeutilizacion"]),
    (Field::Tokens, &["tokensused", "tokens", "token", "tokenused", "tokenusage", "usedtokens",
        "tokensconsumed", "consumedtokens", "tokensconsumption", "tokenconsumption", "tokenscharged",
        "flextokens", "flextokensused", "verwendetetoken", "verwendetetokens", "genutztetoken",
        "genutztetokens", "verbrauchtetoken", "verbrauchtetokens", "tokenverbrauch", "tokensverwendet",
        "tokenverwendet", "jetons", "jetonsutilises", "nombredejetonsutilises", "jetonsconsommes",
        "tokensutilises", "tokensconsommes", "tokensusados", "tokensutilizados", "tokensconsumidos",
        "fichasusadas", "fichasutilizadas"]),
    (Field::Access, &["accessoption", "access", "accesstype", "accessmodel", "accessmethod", "zugriffsoption",
        "zugriff", "zugriffsart", "optiondacces", "typedacces", "acces", "opciondeacceso", "tipodeacceso",
        "acceso"]),
];

/// A known form of file that has no days, or none that can be read yet.
pub struct OtherForm {
    /// What the file is, as a sentence.
    pub what: &'static str,
    /// Why nothing can be read from it, as a sentence.
    pub lacks: &'static str,
    /// Whether it is never a daily export, even where it has all columns of one.
    is_never_daily: bool,
    /// Folded headers that tell it; two of them do.
    marks: &'static [&'static str],
}

/// In the order in which they are looked for.
#[rustfmt::skip]
const OTHER_FORMS: [OtherForm; 4] = [
    OtherForm {
        what: "This is a session export of the enterprise agreement (Token Flex / EBA) portal.",
        lacks: "Its rows are sessions with times and have no column “Day used”, and its tokens are not Flex \
                tokens: the two never share a pool.",
        is_never_daily: true,
        marks: &["sessionstartdate", "sessionenddate", "chargecategory", "licenseservername", "usageminutes"],
    },
    OtherForm {
        what: "This is a daily export of the enterprise agreement (Token Flex / EBA) portal.",
        lacks: "Its tokens are not Flex tokens, the two never share a pool, and it has no column with the \
                person (“Email”).",
        is_never_daily: true,
        marks: &["contractyear", "tokenpool", "usagecategory", "productlinecode"],
    },
    OtherForm {
        what: "This is a usage report: one row per person and product, with sums over a range of days.",
        lacks: "It has no column with the day (“Day used”). Under Reporting in Autodesk Account, export the \
                daily or the token usage.",
        is_never_daily: false,
        marks: &["daysused", "monthlyaverage", "daysinactive", "useractivity", "seatassignment",
            "lastaccessed", "assigneddate", "unassigneddate"],
    },
    OtherForm {
        what: "This is a list of subscriptions.",
        lacks: "It has no days, no persons and no tokens.",
        is_never_daily: false,
        marks: &["seatquantity", "subscriptionid", "subscriptionstatus", "autorenewdate", "contractnumber"],
    },
];

/// Where a field stands: its column, and further columns of the same meaning.
#[derive(Clone, Debug, Default)]
pub struct Place {
    first: usize,
    others: Vec<usize>,
}

impl Place {
    /// The first non-empty cell of the field's columns.
    #[inline]
    pub fn cell<'a>(&self, record: &Record<'a>) -> &'a [u8] {
        let cell = record.cell(self.first);
        if self.others.is_empty() || !is_blank(cell) {
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
    places: [Option<Place>; FIELDS],
}

impl Columns {
    /// Finds the fields in a header.
    pub fn of(header: &Record<'_>) -> Columns {
        let names: Vec<String> = header.fields().map(|cell| trim(&cell).to_string()).collect();
        let mut places: [Option<Place>; FIELDS] = Default::default();
        for (index, name) in names.iter().enumerate() {
            let Some(field) = daily_field(name) else { continue };
            match &mut places[field as usize] {
                Some(place) => place.others.push(index),
                place => *place = Some(Place { first: index, others: Vec::new() }),
            }
        }
        Columns { names, places }
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

    /// The other form this header belongs to, if it is no daily export.
    pub fn other_form(&self) -> Option<&'static OtherForm> {
        let folded: Vec<String> = self.names.iter().map(|name| fold(name)).collect();
        let has_mark = |mark: &&&str| folded.iter().any(|name| name == **mark);
        let is_daily = self.missing().is_empty();
        OTHER_FORMS
            .iter()
            .filter(|form| form.is_never_daily || !is_daily)
            .find(|form| form.marks.iter().filter(has_mark).count() >= 2)
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
        if !self.has_id() && !self.has_name() {
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
    let mut marks: Vec<&str> = Vec::new();
    for cell in record.fields() {
        if let Some(field) = daily_field(&cell) {
            fields[field as usize] = true;
            continue;
        }
        let folded = fold(&cell);
        let known = OTHER_FORMS.iter().flat_map(|form| form.marks).find(|mark| **mark == folded);
        if let Some(mark) = known
            && !marks.contains(mark)
        {
            marks.push(mark);
        }
    }
    fields.iter().filter(|known| **known).count() + marks.len()
}

/// The field of a header cell; what stands in brackets behind it does not matter.
fn daily_field(cell: &str) -> Option<Field> {
    let find = |text: &str| {
        let folded = fold(text);
        DAILY.iter().find(|(_, spellings)| spellings.contains(&folded.as_str())).map(|(field, _)| *field)
    };
    // No header is as long as this, and folding a large cell costs time.
    if cell.len() > 200 {
        return None;
    }
    find(cell).or_else(|| find(cell.split_once(['(', '[']).map(|(before, _)| before)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_is_folded_and_stands_once() {
        let mut seen: Vec<&str> = Vec::new();
        for (index, (field, spellings)) in DAILY.iter().enumerate() {
            assert_eq!(*field as usize, index);
            for spelling in *spellings {
                assert_eq!(fold(spelling), *spelling);
                assert!(!seen.contains(spelling), "{spelling} stands twice");
                seen.push(spelling);
            }
        }
        for mark in OTHER_FORMS.iter().flat_map(|form| form.marks) {
            assert_eq!(fold(mark), *mark);
            assert!(!seen.contains(mark), "{mark} is a daily column too");
        }
    }
}
