//! Which column is which.

use super::support::{kinds, read, render_findings, render_rows};
use expect_test::{Expect, expect};

#[track_caller]
fn check(file: &str, expected: Expect) {
    let read = read(file.as_bytes());
    let lines: Vec<String> = render_rows(&read).into_iter().chain(render_findings(&read)).collect();
    expected.assert_eq(&lines.join("\n"));
}

#[test]
fn the_portals_daily_usage() {
    check(
        "hashed_autodesk_id,first_name,last_name,email,autodesk_id,team_alias,offering_name,product_name,\
         version,day_used,tokens_used,access_option\n\
         h1,Ann,Example,Ann@Firm.example,a1,North,AEC Collection,Revit,2026,2026-03-02,10,Flex\n",
        expect!["2: 2026-03-02 ann@firm.example|a1|h1|Ann Example [North] AEC Collection 2026 10"],
    );
}

#[test]
fn the_portals_token_usage() {
    check(
        "Day used,Email,First name,Last name,Product,Team,Tokens used\n\
         2026-03-02,ann@firm.example,Ann,Example,Revit,North,10\n",
        expect!["2: 2026-03-02 ann@firm.example|||Ann Example [North] Revit  10"],
    );
}

#[test]
fn any_order_any_case_stars_and_unknown_columns() {
    check(
        "TOKENS-USED *,Comment,day_used*,E-Mail,Feature,Product (offering)\n\
         10,x,2026-03-02,ann@firm.example,Revit,AEC Collection\n",
        expect!["2: 2026-03-02 ann@firm.example||| [] AEC Collection  10"],
    );
}

#[test]
fn german_french_and_spanish() {
    check(
        "Nutzungstag;E-Mail-Adresse;Vorname;Nachname;Produkt;Team;Verwendete Token\n\
         02.03.2026;ann@firm.example;Ann;Beispiel;Revit;Nord;10,5\n",
        expect!["2: 2026-03-02 ann@firm.example|||Ann Beispiel [Nord] Revit  10.5"],
    );
    check(
        "Jour d’utilisation;Adresse e-mail;Prénom;Nom;Produit;Équipe;Jetons utilisés\n\
         2 mars 2026;ann@firm.example;Ann;Exemple;Revit;Nord;10,5\n",
        expect!["2: 2026-03-02 ann@firm.example|||Ann Exemple [Nord] Revit  10.5"],
    );
    check(
        "Día de uso;Correo electrónico;Nombre;Apellidos;Producto;Equipo;Tokens usados\n\
         02/03/2026;ann@firm.example;Ann;Ejemplo;Revit;Norte;10,5\n13/03/2026;ann@firm.example;;;Revit;;10\n",
        expect![[r#"
            2: 2026-03-02 ann@firm.example|||Ann Ejemplo [Norte] Revit  10.5
            3: 2026-03-13 ann@firm.example||| [] Revit  10"#]],
    );
}

#[test]
fn the_product_stands_in_for_an_empty_offering() {
    check(
        "day_used,email,offering_name,product_name,tokens_used\n\
         2026-03-02,ann@firm.example,,Revit,10\n2026-03-02,ann@firm.example,*****,,10\n",
        expect![[r#"
            2: 2026-03-02 ann@firm.example||| [] Revit  10
            missing_product line 3 “offering_name” «*****»: The row names no product: “*****” only stands in its place. → The row was left out."#]],
    );
}

#[test]
fn the_same_column_twice() {
    check(
        "day_used,email,Product,offering_name,tokens_used\n\
         2026-03-02,ann@firm.example,,Revit,10\n2026-03-02,ann@firm.example,AutoCAD,Revit,7\n",
        expect![[r#"
            2: 2026-03-02 ann@firm.example||| [] Revit  10
            3: 2026-03-02 ann@firm.example||| [] AutoCAD  7
            column_twice “offering_name” «»: “offering_name” means the same as “Product”. → In each row the first of them that is not empty was taken."#]],
    );
}

#[test]
fn who_a_row_belongs_to() {
    check(
        "day_used,hashed_autodesk_id,email,first_name,last_name,product,tokens_used\n\
         2026-03-02,h1,*****,*****,*****,Revit,10\n\
         2026-03-02,*****, ANN@firm.example ,Ann,,Revit,10\n\
         2026-03-02,,ann@firm.example,Ann,,Revit,10\n\
         2026-03-02,***,*,Ann,Example,Revit,10\n",
        expect![[r#"
            2: 2026-03-02 ||h1| [] Revit  10
            3: 2026-03-02 ann@firm.example|||Ann [] Revit  10
            4: 2026-03-02 ann@firm.example|||Ann [] Revit  10
            missing_person line 5 “email” «»: The row names no person: its e-mail and its ids are empty, masked or mere placeholders. → The row was left out."#]],
    );
}

#[test]
fn one_person_is_one_identity_however_written() {
    let read = read(
        b"day_used,email,product,tokens_used\n2026-03-02,ANN@firm.example,Revit,10\n\
          2026-03-02, ann@firm.example,Revit,10\n",
    );
    assert_eq!(read.usable.identities.len(), 1);
}

#[test]
fn neighbouring_cells_are_told_apart_by_where_they_end() {
    let rows = [
        "2026-03-02,ab,c,Revit,10",
        "2026-03-02,a,bc,Revit,10",
        "2026-03-02,\"ab\",c,Revit,10",
        "2026-03-02,\"a\",bc,Revit,10",
        "2026-03-02,,abc,Revit,10",
        "2026-03-02,abc,,Revit,10",
        "2026-03-02,\"a,b\",c,Revit,10",
        "2026-03-02,a,\"b,c\",Revit,10",
    ];
    let header = "day_used,autodesk_id,hashed_autodesk_id,product,tokens_used";
    check(
        &format!("{header}\n{}\n", rows.join("\n")),
        expect![[r#"
            2: 2026-03-02 |ab|c| [] Revit  10
            3: 2026-03-02 |a|bc| [] Revit  10
            4: 2026-03-02 |ab|c| [] Revit  10
            5: 2026-03-02 |a|bc| [] Revit  10
            6: 2026-03-02 ||abc| [] Revit  10
            7: 2026-03-02 |abc|| [] Revit  10
            8: 2026-03-02 |a,b|c| [] Revit  10
            9: 2026-03-02 |a|b,c| [] Revit  10"#]],
    );
}

#[test]
fn columns_of_one_person_may_stand_apart() {
    check(
        "email,day_used,team,tokens_used,autodesk_id,product,hashed_autodesk_id\n\
         ann@firm.example,2026-03-02,North,10,a1,Revit,h1\nann@firm.example,2026-03-02,North,10,a1,Revit\n\
         ,2026-03-02,North,10,a1,Revit,h1\n\"\",2026-03-02,,10,a1,Revit,h1\n",
        expect![[r#"
            2: 2026-03-02 ann@firm.example|a1|h1| [North] Revit  10
            3: 2026-03-02 ann@firm.example|a1|| [North] Revit  10
            4: 2026-03-02 |a1|h1| [North] Revit  10
            5: 2026-03-02 |a1|h1| [] Revit  10"#]],
    );
}

#[test]
fn a_name_has_to_do_where_there_is_no_id() {
    check(
        "day_used,First name,Last name,product,tokens_used\n2026-03-02,Ann,Example,Revit,10\n2026-03-02,,,Revit,10\n",
        expect![[r#"
            2: 2026-03-02 |||Ann Example [] Revit  10
            people_by_name “” «»: The file has no column with an e-mail or an id. → People were told apart by their names: two of the same name count as one.
            missing_person line 3 “Last name” «»: The row names no person. → The row was left out."#]],
    );
    check(
        "Date,User,Product,Tokens\n2026-03-02,Ann@firm.example,Revit,10\n",
        expect!["2: 2026-03-02 ann@firm.example||| [] Revit  10"],
    );
}

#[test]
fn how_a_product_was_accessed() {
    let rows: String = ["Flex", "", "Subscription", "SUBSCRIPTION ", "Abonnement", "Suscripción", "other"]
        .iter()
        .map(|access| format!("2026-03-02,ann@firm.example,Revit,,{access}\n"))
        .collect();
    check(
        &format!("day_used,email,product,tokens_used,access_option\n{rows}"),
        expect![[r#"
            2: 2026-03-02 ann@firm.example||| [] Revit  0
            3: 2026-03-02 ann@firm.example||| [] Revit  0
            4: 2026-03-02 ann@firm.example||| [] Revit  0 seat
            5: 2026-03-02 ann@firm.example||| [] Revit  0 seat
            6: 2026-03-02 ann@firm.example||| [] Revit  0 seat
            7: 2026-03-02 ann@firm.example||| [] Revit  0 seat
            8: 2026-03-02 ann@firm.example||| [] Revit  0"#]],
    );
}

#[test]
fn forms_are_told_by_their_columns() {
    for (header, kind, shape) in [
        (
            "email,offering_name,days_used,monthly_average,tokens_used,last_accessed",
            None,
            Some("usage_report"),
        ),
        (
            "\"contractYear\",\"tokenPool\",\"usageCategory\",\"usageDate\",\"productName\",\"tokensConsumed\",",
            None,
            Some("eba_daily"),
        ),
        (
            "usageDate,productName,userName,sessionStartDate,sessionEndDate,tokensConsumed,contractYear",
            None,
            Some("eba_sessions"),
        ),
        (
            "offering_name,contract_number,subscription_id,start_date,seat_quantity",
            None,
            Some("subscriptions"),
        ),
        ("email,department,cost centre", None, Some("people")),
        ("Monat;Token", None, Some("months")),
        ("Date,Day used,Email,Product,Tokens used,Department,Month", None, Some("daily")),
        ("Day used,Email,First name,Last name,Product,Team", Some("missing_column"), None),
        ("email,product,tokens_used", None, Some("usage_report")),
        ("email,product,tokens_used,comment", Some("missing_column"), None),
        ("email,product,tokens_used,days_used,comment", None, Some("usage_report")),
        ("day,product,tokens_used", Some("no_persons"), Some("daily")),
        ("day,product,tokens_used,comment", Some("missing_column"), None),
        ("day,email,tokens_used", Some("columns_not_used"), Some("months")),
        ("month,email,tokens_used", Some("columns_not_used"), Some("months")),
        ("month,year", Some("missing_column"), None),
        ("email,day,product,tokens_used,usage minutes,license server name", None, Some("daily")),
        ("email,days_used,monthly_average", Some("missing_column"), None),
        ("a,b,c", Some("no_usable_column"), None),
    ] {
        let read = read(format!("{header}\n").as_bytes());
        let found = kinds(&read).into_iter().find(|kind| !["no_rows", "column_twice"].contains(kind));
        assert_eq!(found, kind, "{header}");
        assert_eq!(read.shape.name(), shape, "{header}");
        assert_eq!(read.usable.count(), 0, "{header}");
    }
}
