//! From index.html to the one file.

use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// What the packer puts into the frame besides the files that the frame names.
pub struct Parts {
    /// wasm-bindgen's glue, cut.
    pub glue: String,
    /// The module, gzip.
    pub wasm_gz: Vec<u8>,
}

/// Replaces each `<link data-trunk>` line of the frame and puts the policy in.
pub fn fill(frame: &str, parts: &Parts, read: &dyn Fn(&str) -> Result<String>) -> Result<String> {
    let mut scripts = vec![parts.glue.clone()];
    let mut style = String::new();
    let mut page = String::new();
    for line in frame.lines() {
        if !line.trim_start().starts_with("<link data-trunk ") {
            page.push_str(line);
            page.push('\n');
            continue;
        }
        let value = |name| attribute(line, name).with_context(|| format!("{line} has no {name}"));
        match value("rel")? {
            "css" => style.push_str(&plain_style(&read(value("href")?)?)),
            "rust" => {
                writeln!(page, "<script id=\"flexgauge-glue\">{}</script>", parts.glue)?;
                // No JavaScript by its type, so that no policy has a word in it.
                let data = BASE64.encode(&parts.wasm_gz);
                writeln!(page, "<script id=\"flexgauge-wasm\" type=\"application/gzip\">{data}</script>")?;
            }
            "inline" => {
                let script = read(value("href")?)?;
                writeln!(page, "<script>{script}</script>")?;
                scripts.push(script);
            }
            other => bail!("index.html: the packager knows no rel=\"{other}\""),
        }
    }
    for script in &scripts {
        if script.to_lowercase().contains("</script") || script.contains("<!--") {
            bail!("a script contains what would end it");
        }
    }
    let head =
        format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n", policy(&scripts, &style));
    let page = without_comments(&page)?;
    let page = page.replacen("<meta charset=\"utf-8\">\n", &format!("<meta charset=\"utf-8\">\n{head}"), 1);
    Ok(page.replacen("</head>", &format!("<style>{style}</style>\n</head>"), 1))
}

/// Nothing is allowed but these scripts, this style, the worker and pictures of our own: above all
/// no connection of any kind. A worker from a blob inherits it.
fn policy(scripts: &[String], style: &str) -> String {
    let hash = |text: &str| format!("'sha256-{}'", BASE64.encode(Sha256::digest(text)));
    let scripts: Vec<String> = scripts.iter().map(|script| hash(script)).collect();
    [
        "default-src 'none'".to_string(),
        format!("script-src {} 'wasm-unsafe-eval'", scripts.join(" ")),
        "worker-src blob:".to_string(),
        "connect-src 'none'".to_string(),
        "img-src data: blob:".to_string(),
        format!("style-src {}", hash(style)),
        "base-uri 'none'".to_string(),
        "form-action 'none'".to_string(),
    ]
    .join("; ")
}

/// A style sheet without comments, indentation and empty lines.
fn plain_style(css: &str) -> String {
    let mut plain = String::new();
    let mut rest = css;
    while let Some(start) = rest.find("/*") {
        plain.push_str(&rest[..start]);
        rest = rest[start..].find("*/").map_or("", |end| &rest[start + end + 2..]);
    }
    plain.push_str(rest);
    plain.lines().map(str::trim).filter(|line| !line.is_empty()).fold(String::new(), |mut all, line| {
        all.push_str(line);
        all.push('\n');
        all
    })
}

/// The page without the frame's comments; scripts and styles have none that look alike.
fn without_comments(page: &str) -> Result<String> {
    let Some(start) = page.find("<!--") else { return Ok(page.to_string()) };
    let end = page[start..].find("-->").context("index.html: a comment does not end")?;
    let rest = page[start + end + 3..].trim_start();
    without_comments(&format!("{}{rest}", &page[..start]))
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let start = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    tag[start..].split('"').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRAME: &str = "<!doctype html>\n<!-- a note -->\n<head>\n<meta charset=\"utf-8\">\n\
        <link data-trunk rel=\"css\" href=\"a.css\">\n</head>\n<body>\n\
        <link data-trunk rel=\"rust\" data-bin=\"x\">\n\
        <link data-trunk rel=\"inline\" href=\"b.js\">\n</body>\n";

    fn filled(frame: &str) -> Result<String> {
        let parts = Parts { glue: "let glue;".into(), wasm_gz: vec![1, 2, 3] };
        fill(frame, &parts, &|path| {
            Ok(match path {
                "a.css" => "/* note */\n  p { margin: 0; }\n\n".into(),
                _ => "start();\n".into(),
            })
        })
    }

    #[test]
    fn everything_is_in_the_one_file() {
        let page = filled(FRAME).unwrap();
        assert!(page.contains("<style>p { margin: 0; }\n</style>\n</head>"), "{page}");
        assert!(page.contains("<script id=\"flexgauge-glue\">let glue;</script>"), "{page}");
        assert!(page.contains("type=\"application/gzip\">AQID</script>"), "{page}");
        assert!(page.contains("<script>start();\n</script>"), "{page}");
        assert!(!page.contains("data-trunk") && !page.contains("note"), "{page}");
    }

    #[test]
    fn the_policy_knows_exactly_what_is_there() {
        let page = filled(FRAME).unwrap();
        let between = |start: &str, end: &str| {
            let from = page.find(start).unwrap() + start.len();
            &page[from..from + page[from..].find(end).unwrap()]
        };
        let hash = |text: &str| format!("'sha256-{}'", BASE64.encode(Sha256::digest(text)));
        let policy = between("Content-Security-Policy\" content=\"", "\"");
        for text in [
            between("glue\">", "</script>"),
            between("<script>", "</script>"),
            between("<style>", "</style>"),
        ] {
            assert!(policy.contains(&hash(text)), "{policy} has no hash of {text}");
        }
        for part in ["default-src 'none'", "connect-src 'none'", "worker-src blob:", "form-action 'none'"] {
            assert!(policy.contains(part), "{policy} lacks {part}");
        }
        assert!(!policy.contains("unsafe-inline"));
    }

    #[test]
    fn what_it_does_not_know_is_refused() {
        assert!(filled("<link data-trunk rel=\"icon\" href=\"x\">\n").is_err());
        assert!(filled("<link data-trunk rel=\"css\">\n").is_err());
        let ends_script = Parts { glue: "\"</script>\"".into(), wasm_gz: Vec::new() };
        assert!(fill(FRAME, &ends_script, &|_| Ok(String::new())).is_err());
    }
}
