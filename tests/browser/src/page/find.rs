//! Finding things the way a reader does, by what they are and what they are called; then clicking
//! them and typing into them.

use fantoccini::elements::{Element, ElementRef};
use serde_json::{Value, json};

use super::Page;
use crate::outcome::{Outcome, failed};

/// The standard's name for a reference to an element.
const REFERENCE: &str = "element-6066-11e4-a52e-4f735466cecf";

/// What has a role without being told so. Not the whole of the standard: what the page uses.
const ROLES: &[(&str, &str)] = &[
    ("button", "button, summary, input[type=button], input[type=submit], [role=button]"),
    ("link", "a[href], [role=link]"),
    ("tab", "[role=tab]"),
    ("checkbox", "input[type=checkbox], [role=checkbox], [role=switch]"),
    ("radio", "input[type=radio], [role=radio]"),
    ("textbox", "input:not([type]), input[type=text], input[type=search], textarea, [role=textbox]"),
    ("spinbutton", "input[type=number], [role=spinbutton]"),
    ("combobox", "select, [role=combobox]"),
    ("slider", "input[type=range], [role=slider]"),
    ("heading", "h1, h2, h3, h4, h5, h6, [role=heading]"),
    ("dialog", "dialog, [role=dialog], [role=alertdialog]"),
    ("region", "section[aria-label], section[aria-labelledby], [role=region]"),
    ("alert", "[role=alert]"),
];

/// The first visible element of a selector whose name is, or else begins with, the one asked for.
const NAMED: &str = "
    const [selector, name] = arguments;
    const clean = (text) => (text ?? '').replace(/\\s+/g, ' ').trim();
    const nameOf = (element) => {
        const by = element.getAttribute('aria-labelledby');
        if (by) return clean(by.split(/\\s+/).map((id) => document.getElementById(id)?.innerText).join(' '));
        return clean(element.getAttribute('aria-label')
            ?? (element.labels?.length ? element.labels[0].innerText : null)
            ?? (element.innerText || element.value || element.title));
    };
    const visible = Array.from(document.querySelectorAll(selector))
        .filter((element) => element.getClientRects().length > 0);
    return visible.find((element) => nameOf(element) === name)
        ?? visible.find((element) => nameOf(element).startsWith(name))
        ?? null;";

impl Page {
    /// Clicks the first element that matches, once there is one.
    pub async fn click(&self, selector: &str) -> Outcome {
        self.click_element(self.first(selector).await?).await
    }

    /// Clicks what has this role and this name (`"button"`, `"Save my workspace"`).
    pub async fn click_role(&self, role: &str, name: &str) -> Outcome {
        self.click_element(self.role(role, name).await?).await
    }

    /// Clicks the first thing that can be clicked and reads so.
    pub async fn click_text(&self, text: &str) -> Outcome {
        let clickable = "button, a[href], summary, label, [role=button], [role=tab], [role=link]";
        let what = format!("something to click that reads “{text}”");
        self.click_element(self.named(&what, clickable, text).await?).await
    }

    async fn click_element(&self, element: Element) -> Outcome {
        self.bring_into_view(&element).await?;
        element.click().await?;
        Ok(())
    }

    /// The drivers scroll what they are to press or fill to the window's edge, under the band that stands
    /// there, and then find that it cannot be reached.
    async fn bring_into_view(&self, element: &Element) -> Outcome {
        let script = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
        self.script(script, vec![reference(element)]).await.map(drop)
    }

    /// The element with this role and this name, once it is there and visible.
    pub async fn role(&self, role: &str, name: &str) -> Outcome<Element> {
        let Some((_, selector)) = ROLES.iter().find(|(known, _)| *known == role) else {
            return failed(format!("the harness knows no role {role}"));
        };
        self.named(&format!("a {role} “{name}”"), selector, name).await
    }

    /// Replaces what a field holds, and leaves the field, so that the page takes it.
    pub async fn fill(&self, selector: &str, text: &str) -> Outcome {
        self.fill_element(self.first(selector).await?, text).await
    }

    /// The same for the field with this label.
    pub async fn fill_label(&self, label: &str, text: &str) -> Outcome {
        let fields = "input:not([type=file]), textarea, select";
        let field = self.named(&format!("a field “{label}”"), fields, label).await?;
        self.fill_element(field, text).await
    }

    async fn fill_element(&self, field: Element, text: &str) -> Outcome {
        let kind = field.attr("type").await?.unwrap_or_default();
        if kind == "date" {
            // Typed dates follow the browser's language; what the page sees afterwards does not.
            let script = "
                const [field, value] = arguments;
                field.value = value;
                field.dispatchEvent(new Event('input', { bubbles: true }));
                field.dispatchEvent(new Event('change', { bubbles: true }));";
            self.script(script, vec![reference(&field), json!(text)]).await?;
            return Ok(());
        }
        self.bring_into_view(&field).await?;
        field.clear().await?;
        field.send_keys(text).await?;
        self.script("arguments[0].blur()", vec![reference(&field)]).await?;
        Ok(())
    }

    /// The first element that matches, once there is one. It need not be visible.
    pub async fn first(&self, selector: &str) -> Outcome<Element> {
        let script = "return document.querySelector(arguments[0])";
        let found = self.until(selector, script, vec![json!(selector)]).await?;
        self.element(&found)
    }

    async fn named(&self, what: &str, selector: &str, name: &str) -> Outcome<Element> {
        let found = self.until(what, NAMED, vec![json!(selector), json!(name)]).await?;
        self.element(&found)
    }

    fn element(&self, found: &Value) -> Outcome<Element> {
        match found[REFERENCE].as_str() {
            Some(id) => Ok(Element::from_element_id(self.client.clone(), ElementRef::from(id.to_owned()))),
            None => failed(format!("{found} is no element")),
        }
    }
}

fn reference(element: &Element) -> Value {
    json!({ REFERENCE: element.element_id().as_ref() })
}
