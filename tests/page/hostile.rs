//! Names from files are text, whatever they hold.

use crate::support::{HEADER, day, html, state_of};
use engine::plan::{Pack, Plan};
use engine::usage::Tokens;
use flexgauge::chart::escape;

#[test]
fn names_from_a_file_never_become_markup() {
    let mut rows = HEADER.to_string();
    for offset in 0..100 {
        let day = day(2026, 1, 1).plus(offset);
        rows.push_str(&format!(
            "{day},<script>alert(1)</script>,\"\"\"><img src=x onerror=alert(2)>\",evil@x.example,\
             </title><script>alert(3)</script>,<svg onload=alert(4)>,7\n"
        ));
    }
    let plan = Plan {
        packs: vec![Pack {
            pool: Some("</title><script>alert(3)</script>".into()),
            tokens: Tokens::whole(5_000),
            price: None,
            start: day(2026, 1, 1),
            end: None,
        }],
        ..Plan::default()
    };
    let html = html(state_of(&[("<b>file</b>.csv", rows)], plan));
    for markup in ["<script", "<img", "<svg onload", "<b>file"] {
        assert!(!html.contains(markup), "{markup}");
    }
    assert!(html.contains("&lt;script"));
}

#[test]
fn labels_of_charts_are_escaped() {
    assert_eq!(escape("a<b & \"c\" 'd'\u{0}"), "a&lt;b &amp; &quot;c&quot; &#39;d&#39;");
}
