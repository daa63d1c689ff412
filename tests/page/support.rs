//! States of the page made with the real desk, and the HTML they give.

use engine::desk::{Answer, Ask, Desk, MappingView, Overview};
use engine::plan::{Edit, Plan, to_json};
use engine::usage::Day;
use flexgauge::session::{Command, Event, Session, State};
use flexgauge::ui::{app::Page, state::Ui};
use leptos::prelude::*;

/// The header of a daily export.
pub const HEADER: &str = "day_used,first_name,last_name,email,team_alias,offering_name,tokens_used\n";

/// A state in which the desk has answered: these files under this plan.
pub fn state_of(files: &[(&str, String)], plan: Plan) -> State {
    let mut state = State::default();
    state.on(Event::Edit(Edit::Whole(Box::new(plan))));
    answered(&mut state, |desk| {
        for (name, text) in files {
            desk.answer(Ask::Open { name: (*name).to_string() });
            desk.slice(text.as_bytes());
            desk.answer(Ask::Close);
        }
    });
    state
}

/// The mapping screen of the first of these files, as it opens.
pub fn mapping_of(text: &str, plan: &Plan) -> MappingView {
    let mut desk = Desk::new();
    desk.answer(Ask::Plan { revision: 1, text: to_json(plan) });
    desk.answer(Ask::Open { name: "log.csv".to_string() });
    desk.slice(text.as_bytes());
    desk.answer(Ask::Close);
    match desk.answer(Ask::Mapping { file: 0, tried: None }) {
        Answer::Mapping(view) => *view,
        other => panic!("{other:?}"),
    }
}

/// The state after *Try it with an example*.
pub fn example() -> State {
    let mut state = State::begin(Day::from_ymd(2026, 11, 20));
    state.on(Event::Example);
    answered(&mut state, |desk| {
        desk.answer(Ask::Example);
    });
    state
}

/// A desk with the example's file, under a plan.
pub fn example_desk(plan: Plan) -> Desk {
    let mut desk = Desk::new();
    desk.answer(Ask::Example);
    desk.answer(Ask::Plan { revision: 1, text: to_json(&plan) });
    desk
}

fn answered(state: &mut State, load: impl FnOnce(&mut Desk)) {
    let mut desk = Desk::new();
    load(&mut desk);
    desk.answer(Ask::Plan { revision: state.revision, text: to_json(state.history.plan()) });
    match desk.answer(Ask::Overview) {
        Answer::Overview(overview) => hear(state, &mut desk, Event::Answered(overview)),
        other => panic!("expected an overview, got {other:?}"),
    }
}

/// Tells the state, and answers what it asks then.
fn hear(state: &mut State, desk: &mut Desk, event: Event) {
    for command in state.on(event) {
        let Command::Ask(ask) = command else { panic!("{command:?}") };
        let event = match desk.answer(ask) {
            Answer::Sums(sums) => Event::Summed(sums),
            Answer::Questions(questions) => Event::Questioned(questions),
            Answer::FindingGroups(groups) => Event::Grouped(groups),
            Answer::Purchases(purchases) => Event::Purchased(purchases),
            Answer::NoUse => continue,
            other => panic!("{other:?}"),
        };
        hear(state, desk, event);
    }
}

/// The whole page in a state.
pub fn html(state: State) -> String {
    html_with(state, |_| {})
}

/// The whole page, with something open.
pub fn html_with(state: State, open: impl FnOnce(Ui)) -> String {
    rendered(state, |ui| {
        open(ui);
        view! { <Page /> }
    })
}

/// Anything rendered in a state.
pub fn rendered<V: IntoView>(state: State, view: impl FnOnce(Ui) -> V) -> String {
    let owner = Owner::new();
    owner.with(|| {
        provide_context(Session::of(state));
        let ui = Ui::default();
        provide_context(ui);
        let html = view(ui).into_view().to_html();
        // Marks for taking over a page that a server made; there is no server.
        html.replace("<!>", "").replace("<!---->", "")
    })
}

/// The element with an id, up to the end of its tag's nesting.
pub fn element(html: &str, id: &str) -> String {
    let at = html.find(&format!(" id=\"{id}\"")).unwrap_or_else(|| panic!("no #{id} in {html}"));
    let start = html[..at].rfind('<').unwrap_or(0);
    let name: String = html[start + 1..].chars().take_while(|c| c.is_ascii_alphanumeric()).collect();
    let (open, close) = (format!("<{name}"), format!("</{name}>"));
    let mut depth = 0;
    let mut place = start;
    loop {
        let next_close = html[place..].find(&close).map(|i| place + i).expect("the element ends");
        match html[place..].find(&open).map(|i| place + i) {
            Some(next_open) if next_open < next_close => {
                depth += 1;
                place = next_open + open.len();
            }
            _ => {
                depth -= 1;
                place = next_close + close.len();
                if depth == 0 {
                    return html[start..place].to_string();
                }
            }
        }
    }
}

/// The text of some HTML, without its tags.
pub fn text(html: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for character in html.chars() {
        match character {
            '<' => inside = true,
            '>' => {
                inside = false;
                out.push(' ');
            }
            c if !inside => out.push(c),
            _ => {}
        }
    }
    out.split([' ', '\n']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// What the desk is asked, in short.
pub fn in_short(commands: &[Command]) -> Vec<String> {
    let short = |command: &Command| match command {
        Command::Ask(Ask::Plan { revision, .. }) => format!("plan {revision}"),
        Command::Ask(ask) => format!("{ask:?}").to_lowercase(),
        Command::Feed(id) => format!("feed {id}"),
        Command::Abandon => "abandon".to_string(),
        Command::Respawn => "respawn".to_string(),
        Command::ReadWorkspace(file) => format!("read {}", file.name),
        Command::Pack { ids, .. } => format!("pack {ids:?}"),
        Command::Unpack { exports, .. } => format!("unpack {}", exports.len()),
        Command::SaveWorkspace(_) => "save".to_string(),
        Command::Mirror(_) => "mirror".to_string(),
    };
    commands.iter().map(short).collect()
}

/// An overview without anything in it.
pub fn nothing(revision: u64) -> Box<Overview> {
    Box::new(Overview { revision, currency: "USD".into(), read: Default::default(), answers: None })
}

/// A day.
pub fn day(year: i32, month: u32, day: u32) -> Day {
    Day::from_ymd(year, month, day).expect("a day")
}

/// A daily export: `people` people use AutoCAD on each of `days` days from `from` on.
pub fn daily(from: Day, days: i32, people: usize) -> String {
    let mut text = HEADER.to_string();
    for offset in 0..days {
        for person in 0..people {
            let day = from.plus(offset);
            text.push_str(&format!("{day},Ann,No{person},ann.no{person}@firm.example,Alpha,AutoCAD,7\n"));
        }
    }
    text
}

/// Compares with a file; `UPDATE_GOLDENS=1` writes it instead.
pub fn golden(path: &str, text: &str) {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("UPDATE_GOLDENS").is_some() {
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("the folder can be made");
        std::fs::write(&path, text).expect("the golden can be written");
        return;
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == text, "{} differs; UPDATE_GOLDENS=1 rewrites it. Now it is:\n{text}", path.display());
}
