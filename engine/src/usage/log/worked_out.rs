//! Charges that no row states: worked out from sessions by a rule.

use super::{Entry, Log, SessionRule};
use crate::usage::{Access, Day, Tokens};

/// A charge that was worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WorkedOut {
    /// Into [`Log::pools`].
    pub pool: u32,
    /// Into [`Log::people`].
    pub person: u32,
    /// Into [`Log::products`].
    pub product: u32,
    /// Into [`Log::versions`].
    pub version: u32,
    /// The day it is listed on.
    pub day: Day,
    /// What it costs; 0 where no rate is known.
    pub tokens: Tokens,
    /// The file and the line of the session that opened it.
    pub file: u16,
    /// See `file`.
    pub line: u32,
}

impl Log {
    /// Whether the charges of some sessions are to be worked out.
    pub fn has_charges_to_work_out(&self) -> bool {
        self.files.iter().any(|file| file.rule != SessionRule::AsGiven)
    }

    /// Puts these charges in the place of all that were worked out before. The log is settled.
    pub fn set_worked_out(&mut self, charges: &[WorkedOut]) {
        let is_given = |file: u16| self.files[file as usize].rule == SessionRule::AsGiven;
        self.entries.retain(|entry| entry.rows > 0);
        self.entries.iter_mut().filter(|e| !is_given(e.file)).for_each(|e| e.tokens = Tokens::ZERO);
        let access = |file: u16| match self.files[file as usize].rule {
            SessionRule::Eba { .. } => Access::Eba,
            _ => Access::Flex,
        };
        self.entries.extend(charges.iter().map(|charge| Entry {
            pool: charge.pool,
            person: charge.person,
            product: charge.product,
            version: charge.version,
            day: charge.day,
            rows: 0,
            tokens: charge.tokens,
            line: charge.line,
            file: charge.file,
            access: access(charge.file),
            stands: false,
        }));
        for file in &mut self.files {
            file.unrated.clear();
        }
        for charge in charges.iter().filter(|charge| charge.tokens == Tokens::ZERO) {
            let product = self.products.get(charge.product).to_string();
            *self.files[charge.file as usize].unrated.entry(product).or_default() += 1;
        }
        // A charge behind the session that opened it, which it joins where it is listed on its day.
        self.entries.sort_unstable_by_key(|e| (e.key(), e.file, e.line, e.rows == 0));
        self.stand();
    }
}
