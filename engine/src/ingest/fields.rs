//! What columns can say, and the one table of header spellings. Headers are compared folded (see
//! [`fold`]).

use super::text::fold;

/// What a column can say.
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
    /// The computer.
    Machine,
    /// When a session began.
    SessionStart,
    /// When it ended.
    SessionEnd,
    /// How far the license server's clock is from UTC.
    ServerOffset,
    /// What an enterprise agreement says about a session's charge.
    ChargeCategory,
    /// What kind of use it was.
    UsageCategory,
    /// The license server.
    Server,
    /// How long a session lasted, in minutes.
    UsageMinutes,
    /// How long without input, in minutes.
    IdleMinutes,
    /// The year of an enterprise agreement.
    ContractYear,
    /// Its pool.
    TokenPool,
    /// Its code of a product.
    LineCode,
    /// Days with use in a range.
    DaysUsed,
    /// Their mean.
    MonthlyAverage,
    /// Days since the last use.
    DaysInactive,
    /// Active or inactive.
    UserActivity,
    /// Whether a seat is assigned.
    SeatAssignment,
    /// Day of the last use.
    LastAccessed,
    /// Since when a seat is assigned.
    AssignedDate,
    /// Until when it was.
    UnassignedDate,
    /// How many were bought.
    SeatQuantity,
    /// The number of a purchase.
    SubscriptionId,
    /// Its state.
    SubscriptionStatus,
    /// When it renews itself.
    AutorenewDate,
    /// The number of its contract.
    ContractNumber,
    /// Its first day.
    TermStart,
    /// Its last day.
    TermEnd,
    /// A month.
    Month,
    /// Tokens from the start of the term on.
    RunningTotal,
    /// A person's department.
    Department,
    /// Their cost centre.
    CostCentre,
    /// Their project.
    Project,
    /// A calendar year beside a month.
    Year,
}

/// Who used something.
pub const PERSON: [Field; 6] =
    [Field::Email, Field::AutodeskId, Field::HashedId, Field::FirstName, Field::LastName, Field::FullName];

/// Who used what.
pub const PERSON_AND_PRODUCT: [Field; 8] = {
    let [email, autodesk_id, hashed_id, first, last, full] = PERSON;
    [email, autodesk_id, hashed_id, first, last, full, Field::Offering, Field::Product]
};

/// How many fields there are.
pub const FIELDS: usize = 46;

/// English as the portal spells it in its several versions, then German, French and Spanish.
#[rustfmt::skip]
const SPELLINGS: [(Field, &[&str]); FIELDS] = [
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
    (Field::Offering, &["offeringname", "offering", "product", "productoffering", "software", "produkt", "angebot",
        "angebotsname", "angebotname", "produit", "offre", "nomdeloffre", "producto", "oferta",
        "nombredelaoferta", "nombredeoferta"]),
    (Field::Product, &["productname", "feature", "featurename", "application", "produktname", "funktion",
        "anwendung", "nomduproduit", "nomdeproduit", "fonctionnalite", "fonction", "nombredelproducto",
        "nombredeproducto", "funcion", "caracteristica", "aplicacion"]),
    (Field::Version, &["version", "productversion", "release", "releaseyear", "produktversion",
        "versionduproduit", "versiondelproducto"]),
    (Field::Day, &["dayused", "day", "date", "usagedate", "usagedatetime", "usageday", "dateused", "dateofuse", "dayofuse",
        "tag", "datum", "nutzungstag", "nutzungsdatum", "verwendungstag", "verwendungsdatum", "tagdernutzung",
        "tagderverwendung", "verwendetertag", "verwendetam", "genutztam", "jour", "jourdutilisation",
        "jourutilise", "datedutilisation", "dateutilisation", "dia", "diadeuso", "diausado", "diautilizado",
        "diadeutilizacion", "fecha", "fechadeuso", "fechadeutilizacion"]),
    (Field::Tokens, &["tokensused", "tokens", "token", "tokenused", "tokenusage", "usedtokens",
        "tokensconsumed", "consumedtokens", "tokensconsumption", "tokenconsumption", "tokenscharged",
        "flextokens", "flextokensused", "totaltokens", "totaltokensused", "numberoftokens", "tokencount",
        "verbrauch", "verbrauchteflextoken", "verbrauchteflextokens", "tokenanzahl", "verwendetetoken", "verwendetetokens", "genutztetoken",
        "genutztetokens", "verbrauchtetoken", "verbrauchtetokens", "tokenverbrauch", "tokensverwendet",
        "tokenverwendet", "jetons", "jetonsutilises", "nombredejetons", "nombredejetonsutilises", "jetonsconsommes",
        "tokensutilises", "tokensconsommes", "tokensusados", "tokensutilizados", "tokensconsumidos",
        "fichasusadas", "fichasutilizadas"]),
    (Field::Access, &["accessoption", "access", "accesstype", "accessmodel", "accessmethod", "zugriffsoption",
        "zugriff", "zugriffsart", "optiondacces", "typedacces", "acces", "opciondeacceso", "tipodeacceso",
        "acceso"]),
    (Field::Machine, &["machinename", "machine", "computer", "computername", "hostname", "rechner",
        "rechnername", "ordinateur", "ordenador", "equipoinformatico"]),
    (Field::SessionStart, &["sessionstartdate", "sessionstart", "sessionstarttime", "sitzungsbeginn",
        "debutdesession", "iniciodesesion"]),
    (Field::SessionEnd, &["sessionenddate", "sessionend", "sessionendtime", "sitzungsende", "findesession",
        "findesesion"]),
    (Field::ServerOffset, &["licenseservertimezoneoffset", "licenceservertimezoneoffset", "timezoneoffset",
        "utcoffset"]),
    (Field::ChargeCategory, &["chargecategory"]),
    (Field::UsageCategory, &["usagecategory"]),
    (Field::Server, &["licenseservername", "licenceservername"]),
    (Field::UsageMinutes, &["usageminutes", "nutzungsminuten"]),
    (Field::IdleMinutes, &["idleminutes", "idletime", "idle"]),
    (Field::ContractYear, &["contractyear"]),
    (Field::TokenPool, &["tokenpool", "tokenpoolname"]),
    (Field::LineCode, &["productlinecode"]),
    (Field::DaysUsed, &["daysused", "dayswithuse", "nutzungstage", "tagemitnutzung", "joursutilises",
        "joursdutilisation", "diasusados", "diasdeuso"]),
    (Field::MonthlyAverage, &["monthlyaverage", "averagepermonth", "monatsdurchschnitt",
        "monatlicherdurchschnitt", "moyennemensuelle", "promediomensual", "mediamensual"]),
    (Field::DaysInactive, &["daysinactive", "inactivedays", "tageinaktiv", "inaktivetage", "joursinactifs",
        "joursdinactivite", "diasinactivo", "diasdeinactividad"]),
    (Field::UserActivity, &["useractivity", "benutzeraktivitat", "activitedelutilisateur",
        "actividaddelusuario"]),
    (Field::SeatAssignment, &["seatassignment", "assignment", "lizenzzuweisung", "platzzuweisung",
        "zuweisung", "attributiondelicence", "attribution", "asignaciondepuesto", "asignacion"]),
    (Field::LastAccessed, &["lastaccessed", "lastused", "lastaccess", "zuletztverwendet", "letzterzugriff",
        "zuletztgenutzt", "dernieracces", "derniereutilisation", "ultimoacceso", "ultimouso"]),
    (Field::AssignedDate, &["assigneddate", "dateassigned", "zuweisungsdatum", "datedattribution",
        "fechadeasignacion"]),
    (Field::UnassignedDate, &["unassigneddate", "dateunassigned"]),
    (Field::SeatQuantity, &["seatquantity", "seats", "quantity", "platze", "lizenzanzahl", "anzahl",
        "anzahlplatze", "quantite", "nombredepostes", "cantidad", "cantidaddepuestos", "puestos"]),
    (Field::SubscriptionId, &["subscriptionid", "subscriptionnumber", "abonnementid", "abonnementnummer",
        "idabonnement", "iddesuscripcion"]),
    (Field::SubscriptionStatus, &["subscriptionstatus", "abonnementstatus", "statutdelabonnement",
        "estadodelasuscripcion"]),
    (Field::AutorenewDate, &["autorenewdate", "autorenewaldate", "renewaldate"]),
    (Field::ContractNumber, &["contractnumber", "contract", "vertragsnummer", "numerodecontrat",
        "numerodecontrato"]),
    (Field::TermStart, &["startdate", "startdatum", "datededebut", "fechadeinicio"]),
    (Field::TermEnd, &["enddate", "expirationdate", "expirydate", "enddatum", "ablaufdatum", "datedefin",
        "fechadefin", "fechadevencimiento"]),
    (Field::Month, &["month", "usagemonth", "yearmonth", "monat", "nutzungsmonat", "mois", "mes"]),
    (Field::RunningTotal, &["runningtotal", "cumulative", "cumulativetokens", "cumulativetokensused",
        "tokenscumulative", "cumulativetotal", "tokensusedtodate", "usedtodate", "ytd", "yeartodate",
        "kumuliert", "tokenkumuliert", "tokenskumuliert", "laufendesumme", "cumul", "cumuldesjetons",
        "totalcumule", "acumulado", "tokensacumulados", "totalacumulado"]),
    (Field::Department, &["department", "dept", "departmentname", "abteilung", "departement", "service",
        "departamento"]),
    (Field::CostCentre, &["costcentre", "costcenter", "costcentrenumber", "costcenternumber", "costcode",
        "kostenstelle", "centredecout", "centredecouts", "centrodecoste", "centrodecostes",
        "centrodecostos"]),
    (Field::Project, &["project", "projectname", "projectnumber", "projekt", "projektnummer", "projet",
        "proyecto"]),
    (Field::Year, &["year", "calendaryear", "jahr", "kalenderjahr", "annee", "ano"]),
];

/// Signs of a unit that tokens do not have, wherever they stand in a header.
const OTHER_UNITS: [char; 4] = ['%', '€', '$', '£'];
/// Words in brackets behind a header by which its numbers are not the tokens that were used, folded.
#[rustfmt::skip]
const NOT_USED: &[&str] = &[
    "percent", "pct", "prozent", "share", "anteil", "eur", "euro", "euros", "usd", "gbp", "chf", "dollar",
    "dollars", "cost", "costs", "price", "kosten", "preis", "cout", "prix", "coste", "precio", "budget",
    "budgeted", "plan", "planned", "geplant", "target", "soll", "prevu", "forecast", "prognose", "estimate",
    "estimated", "remaining", "balance", "left", "available", "rest", "restant", "saldo", "verbleibend",
    "solde", "purchased", "bought", "gekauft",
];

/// Whether numbers below this header are something else than tokens that were used: money, shares, plans,
/// what is left.
pub fn is_of_another_unit(cell: &str) -> bool {
    let bracketed = cell.split_once(['(', '[']).map_or("", |(_, behind)| behind);
    cell.contains(OTHER_UNITS)
        || bracketed.split(|c: char| !c.is_alphanumeric()).any(|word| NOT_USED.contains(&fold(word).as_str()))
}

/// The field of a header cell; what stands in brackets behind it does not matter, unless it says that the
/// numbers are no tokens.
pub fn field_of(cell: &str) -> Option<Field> {
    let find = |text: &str| {
        // Most cells below a header have one, and no spelling here has.
        if text.bytes().any(|letter| letter.is_ascii_digit()) {
            return None;
        }
        let folded = fold(text);
        SPELLINGS.iter().find(|(_, spellings)| spellings.contains(&folded.as_str())).map(|(field, _)| *field)
    };
    // No header is as long as this, and folding a large cell costs time.
    if cell.len() > 200 {
        return None;
    }
    let field = find(cell).or_else(|| find(cell.split_once(['(', '[']).map(|(before, _)| before)?))?;
    let is_amount = matches!(field, Field::Tokens | Field::RunningTotal);
    (!is_amount || !is_of_another_unit(cell)).then_some(field)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_is_folded_and_stands_once() {
        let mut seen: Vec<&str> = Vec::new();
        for (index, (field, spellings)) in SPELLINGS.iter().enumerate() {
            assert_eq!(*field as usize, index);
            for spelling in *spellings {
                assert_eq!(fold(spelling), *spelling);
                assert!(spelling.bytes().all(|letter| letter.is_ascii_lowercase()), "{spelling}");
                assert!(!seen.contains(spelling), "{spelling} stands twice");
                seen.push(spelling);
            }
        }
        assert!(NOT_USED.iter().all(|word| fold(word) == *word));
    }
}
