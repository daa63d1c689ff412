//! What the buttons of the Licences place do.

use crate::session::{Event, Session};
use engine::desk::{Answer, Ask, LICENCE_ROWS_MAX, LicenceRow, LicenceShow, LicenceVerdict, LicencesAsk};
use engine::plan::{Edit, LicenceEdit, Move};

/// Changes something about licences.
pub fn edit(session: Session, edit: LicenceEdit) {
    session.dispatch(Event::Edit(Edit::Licences(edit)));
}

/// Accepts a row's best mix, or takes back what was decided.
pub fn toggle(session: Session, row: &LicenceRow) {
    let user = row.person.id.clone();
    match &row.mix {
        Some(mix) if row.accepted.is_none() && !row.declined => {
            edit(session, LicenceEdit::Accept(Move { user, offers: mix.offers.clone() }));
        }
        _ => edit(session, LicenceEdit::Withdraw { user }),
    }
}

/// Accepts everybody's best mix of a verdict, but for what is decided already. One step to undo.
pub fn accept_all(session: Session, verdict: LicenceVerdict) {
    gather(session, verdict, 0, Vec::new());
}

/// An answer holds so many rows at most: they are gathered one answer after the other.
fn gather(session: Session, verdict: LicenceVerdict, first: u64, mut moves: Vec<Move>) {
    let ask = LicencesAsk {
        first,
        count: LICENCE_ROWS_MAX,
        show: LicenceShow::Verdict(verdict),
        ..LicencesAsk::default()
    };
    session.ask(&Ask::Licences(ask), move |answer| {
        let Answer::Licences(view) = answer else { return };
        let undecided = |row: &&LicenceRow| row.is_move && row.accepted.is_none() && !row.declined;
        moves.extend(view.rows.rows.iter().filter(undecided).filter_map(|row| {
            Some(Move { user: row.person.id.clone(), offers: row.mix.as_ref()?.offers.clone() })
        }));
        let next = first + view.rows.rows.len() as u64;
        if next < view.rows.total && next > first {
            gather(session, verdict, next, moves);
        } else if !moves.is_empty() {
            edit(session, LicenceEdit::AcceptAll(moves));
        }
    });
}
