//! The saved form of the dialect of tables.

use super::read::{Field, Reader};
use crate::plan::{CsvForm, Delimiter};
use serde_json::{Value, json};

impl Reader {
    pub fn csv_form(&mut self, (value, at): Field<'_>) -> CsvForm {
        let mut fields = self.object(value, at);
        let mut take = |name: &str| (fields.remove(name), format!("{at}.{name}"));
        let (delimiter, decimal, mark) = (take("delimiter"), take("decimal"), take("no_mark"));
        let mut form = CsvForm { no_mark: self.flag(mark.0, &mark.1), ..CsvForm::default() };
        if let Some(name) = self.text(delimiter.0, &delimiter.1) {
            match Delimiter::from_name(&name) {
                Some(one) => form.delimiter = one,
                None => self.expected(&delimiter.1, &name.into(), "“comma”, “semicolon” or “tab”"),
            }
        }
        if let Some(mark) = self.text(decimal.0, &decimal.1) {
            match mark.as_str() {
                "." | "," => form.decimal_comma = mark == ",",
                _ => self.expected(&decimal.1, &mark.into(), "“.” or “,”"),
            }
        }
        form
    }
}

/// The dialect; `None` where it is the default.
pub fn write(form: CsvForm) -> Option<Value> {
    (form != CsvForm::default()).then(|| {
        json!({
            "delimiter": form.delimiter.name(),
            "decimal": form.decimal().to_string(),
            "no_mark": form.no_mark,
        })
    })
}
