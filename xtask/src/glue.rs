//! The JavaScript that wasm-bindgen makes, without the parts that could reach a network.

use anyhow::{Context, Result};

/// wasm-bindgen's own loader fetches the module by address; the packed page has the bytes and needs
/// `initSync` only. In its place comes `halt`, after which the glue calls no Rust any more: what
/// `loader.js` needs after a panic.
pub fn cut(glue: &str) -> Result<String> {
    let glue = without(glue, "let script_src;", "class ")
        .or_else(|_| without(glue, "let script_src;", "function "))?;
    let glue = without(&glue, "async function __wbg_load(", "function initSync(")?;
    let glue = without(
        &glue,
        "let __wbg_init_promise;",
        "return Object.assign(__wbg_init, { initSync }, exports);",
    )?;
    let end = "return Object.assign(__wbg_init, { initSync }, exports);";
    let ours = "function halt() { wasm = new Proxy({}, { get: () => () => 0 }); }\n\
                return Object.assign({ initSync, halt }, exports);";
    Ok(plain(&glue.replace(end, ours)))
}

/// Without indentation, empty lines and comments that are lines of their own.
fn plain(script: &str) -> String {
    let comment = |line: &str| ["//", "/*", "* ", "*/"].iter().any(|mark| line.starts_with(mark));
    let lines = script.lines().map(str::trim).filter(|line| !line.is_empty() && !comment(line));
    lines.collect::<Vec<_>>().join("\n")
}

/// Cuts from `start` up to `end`, which stays.
fn without(text: &str, start: &str, end: &str) -> Result<String> {
    let changed = || format!("wasm-bindgen's glue has changed: no `{start}` before `{end}`");
    let from = text.find(start).with_context(changed)?;
    let to = from + text[from..].find(end).with_context(changed)?;
    Ok(format!("{}{}", &text[..from], &text[to..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "
        let wasm_bindgen = (function(exports) {
        let script_src;
        if (document) { script_src = 1; }
        // a comment
        function __wbg_get_imports() {}
            async function __wbg_load(module, imports) { Response }
            function initSync(module) {}
            let __wbg_init_promise;
            async function __wbg_init(path) { fetch(path); }
            return Object.assign(__wbg_init, { initSync }, exports);
        })({ __proto__: null });";

    #[test]
    fn what_could_fetch_is_cut_and_halt_is_put_in() {
        let cut = cut(GLUE).unwrap();
        for gone in ["script_src", "comment", "Response", "fetch", "__wbg_init"] {
            assert!(!cut.contains(gone), "{gone} is left in\n{cut}");
        }
        for there in ["let wasm_bindgen", "__wbg_get_imports", "initSync(module)", "{ initSync, halt }"] {
            assert!(cut.contains(there), "{there} is missing from\n{cut}");
        }
    }

    #[test]
    fn glue_of_another_form_is_refused() {
        let error = cut(&GLUE.replace("__wbg_load", "__wbg_other")).unwrap_err();
        assert!(error.to_string().contains("glue has changed"), "{error}");
    }
}
