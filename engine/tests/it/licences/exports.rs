//! The lists as CSV and as text, word for word.

use super::world::{Worked, World, offer, plan, seat};
use engine::export::{Names, moves_csv, moves_text, unassign_csv, unassign_text};
use engine::plan::{CsvForm, Delimiter, Edit, LicenceEdit, Move, Plan};
use expect_test::expect;

fn firm() -> Worked {
    let mut world = World::new().covering(365);
    world.every("heavy@firm.example", "AutoCAD", 0..365, 2, 7);
    world.every("gone@firm.example", "AutoCAD", 0..250, 1, 7);
    world.every("held@firm.example", "Revit", 0..365, 30, 10);
    world.every("=evil()", "AutoCAD", 0..364, 2, 7);
    let base = plan(vec![offer("AutoCAD", &["AutoCAD"], 2_330), offer("Revit", &["Revit"], 2_985)]);
    Worked::of(
        world,
        Plan {
            currency: Some("EUR".to_string()),
            seats: vec![seat("held@firm.example", "Revit", None)],
            ..base
        },
    )
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap().replace('\u{feff}', "<BOM>").replace("\r\n", "\n")
}

#[test]
fn the_move_list_as_csv() {
    let worked = firm();
    let plan =
        worked.plan.with(&Edit::Licences(LicenceEdit::Decline { user: "held@firm.example".to_string() }));
    expect![[r#"
        <BOM>person,email,product,from,to,reason,saving_per_year,currency,verdict,decision,note
        gone@firm.example,gone@firm.example,AutoCAD,Flex,AutoCAD,"250 charge days a year (break-even 111): EUR 5250.00 on Flex, EUR 2330.00 a year for the seat. No charge since 2026-07-08.",2920.00,EUR,watch,,
        heavy@firm.example,heavy@firm.example,AutoCAD,Flex,AutoCAD,"183 charge days a year (break-even 111): EUR 3843.00 on Flex, EUR 2330.00 a year for the seat.",1513.00,EUR,move,,
        '=evil(),,AutoCAD,Flex,AutoCAD,"182 charge days a year (break-even 111): EUR 3822.00 on Flex, EUR 2330.00 a year for the seat.",1492.00,EUR,move,,
        held@firm.example,held@firm.example,Revit,Flex,Revit (has a seat),"13 charge days a year (break-even 0): EUR 390.00 on Flex, EUR 0.00 a year for the seat.",390.00,EUR,move,declined,
    "#]].assert_eq(&text(moves_csv(&worked.log, &plan, &worked.licences, &Names::Shown)));
}

#[test]
fn the_lists_in_the_dialect_of_a_spreadsheet() {
    let worked = firm();
    let form = CsvForm { delimiter: Delimiter::Semicolon, decimal_comma: true, no_mark: true };
    let plan = worked.plan.with(&Edit::Csv(form));
    let moves = text(moves_csv(&worked.log, &plan, &worked.licences, &Names::Shown));
    assert!(moves.starts_with("person;email;product;"), "{moves}");
    assert!(moves.contains(" a year for the seat.;1513,00;EUR;move;;\n"), "{moves}");
    assert!(moves.contains("\n'=evil();;AutoCAD;"), "{moves}");
    let unassign = text(unassign_csv(&worked.log, &plan, &worked.licences, &Names::Shown));
    assert!(unassign.starts_with("person;email;"), "{unassign}");
}

#[test]
fn the_move_list_as_text() {
    let worked = firm();
    expect![[r#"
        Please change the licences of 3 people:

        - heavy@firm.example: AutoCAD from Flex to AutoCAD
          183 charge days a year (break-even 111): EUR 3843.00 on Flex, EUR 2330.00 a year for the seat.
        - =evil(): AutoCAD from Flex to AutoCAD
          182 charge days a year (break-even 111): EUR 3822.00 on Flex, EUR 2330.00 a year for the seat.
        - held@firm.example: Revit from Flex to Revit (has a seat)
          13 charge days a year (break-even 0): EUR 390.00 on Flex, EUR 0.00 a year for the seat.

        Together: EUR 3395.00 a year.
    "#]]
    .assert_eq(&moves_text(&worked.log, &worked.plan, &worked.licences, &Names::Shown));
    let accepted = Move { user: "held@firm.example".to_string(), offers: vec!["Revit".to_string()] };
    let plan = worked.plan.with(&Edit::Licences(LicenceEdit::Accept(accepted)));
    expect![[r#"
        Please change the licences of one person:

        - held@firm.example: Revit from Flex to Revit (has a seat)
          13 charge days a year (break-even 0): EUR 390.00 on Flex, EUR 0.00 a year for the seat.

        Together: EUR 390.00 a year.
    "#]]
    .assert_eq(&moves_text(&worked.log, &plan, &worked.licences, &Names::Shown));
}

#[test]
fn the_unassign_list() {
    let worked = firm();
    expect![[r#"
        <BOM>person,email,product,from,to,reason,saving_per_year,currency,verdict,decision,note
        gone@firm.example,gone@firm.example,AutoCAD,Flex,no access,"No charge for 115 days, the last on 2026-07-08.",,,,,
    "#]].assert_eq(&text(unassign_csv(&worked.log, &worked.plan, &worked.licences, &Names::Shown)));
    expect![[r#"
        Please take the Flex access of one person away:

        - gone@firm.example: No charge for 115 days, the last on 2026-07-08.
    "#]]
    .assert_eq(&unassign_text(&worked.log, &worked.plan, &worked.licences, &Names::Shown));
}

#[test]
fn nobody_to_move() {
    let worked = Worked::of(World::new().covering(30), Plan::default());
    expect![[r#"
        There is nobody to move.
    "#]]
    .assert_eq(&moves_text(&worked.log, &worked.plan, &worked.licences, &Names::Shown));
    expect![[r#"
        There is nobody to unassign.
    "#]]
    .assert_eq(&unassign_text(&worked.log, &worked.plan, &worked.licences, &Names::Shown));
    assert_eq!(
        text(moves_csv(&worked.log, &worked.plan, &worked.licences, &Names::Shown)).lines().count(),
        1
    );
}
