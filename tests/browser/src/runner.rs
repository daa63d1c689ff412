//! Tells the stories, engine beside engine, and prints a line for each.

use std::cell::RefCell;
use std::fs;
use std::path::PathBuf;
use std::rc::Rc;
use std::time::Duration;

use tokio::task::JoinSet;

use crate::args::{Args, address};
use crate::driver::Screen;
use crate::engine::{ALL, Engine};
use crate::outcome::{Outcome, Trouble};
use crate::page::{Page, Size};
use crate::session;
use crate::stories::{Story, TABLE, Where};

/// A story that takes longer hangs; the others still get their turn.
const LONGEST: Duration = Duration::from_secs(180);

#[derive(Default)]
struct Count {
    passed: u32,
    failed: u32,
    skipped: u32,
}

/// What all lanes share.
struct Run {
    page: String,
    trunk: Option<String>,
    only: Vec<String>,
    screen: Option<Screen>,
    count: RefCell<Count>,
}

/// Prints the names of the stories.
pub fn list() {
    for story in TABLE {
        println!("{}", story.name);
    }
}

/// Runs what was asked for; true when nothing failed.
pub async fn run(args: &Args) -> Result<bool, String> {
    let engines = if args.engines.is_empty() { ALL } else { &args.engines };
    let screen = match engines.contains(&Engine::WebKit).then(Screen::start).transpose() {
        Ok(screen) => screen,
        Err(Trouble::Failed(why) | Trouble::Skipped(why)) => return Err(why),
    };
    let run = Rc::new(Run {
        page: args.page.clone(),
        trunk: args.trunk.clone(),
        only: args.only.clone(),
        screen,
        count: RefCell::default(),
    });
    // One lane an engine: a browser waits most of the time, so three of them share two cores well.
    let mut lanes = JoinSet::new();
    for engine in engines.iter().copied() {
        lanes.spawn_local(lane(Rc::clone(&run), engine));
    }
    let mut broken = None;
    while let Some(end) = lanes.join_next().await {
        if let Err(why) = end {
            broken = Some(format!("The harness itself broke: {why}"));
        }
    }
    let Count { passed, failed, skipped } = *run.count.borrow();
    if let Some(why) = broken {
        return Err(why);
    }
    if passed + failed + skipped == 0 {
        // No failure: the development kit looks for a name among the native tests as well.
        eprintln!("No story has that name.");
    }
    let tail = if skipped > 0 { format!(", {skipped} skipped") } else { String::new() };
    println!("{passed} passed, {failed} failed{tail}");
    Ok(failed == 0)
}

async fn lane(run: Rc<Run>, engine: Engine) {
    for story in TABLE.iter().filter(|story| run.wants(story, engine)) {
        let mut end = tell(&run, story, engine).await;
        // On a busy machine the GTK port of WebKit was seen to calculate wrongly in a hot loop and its driver to miss
        // what it scrolls to, each once in a hundred stories and never twice. What happened first is printed.
        if let (Engine::WebKit, Err(Trouble::Failed(why))) = (engine, &end) {
            println!("again {engine} {}: {why}", story.name);
            end = tell(&run, story, engine).await;
        }
        let mut count = run.count.borrow_mut();
        match end {
            Ok(()) => {
                count.passed += 1;
                println!("ok {engine} {}", story.name);
            }
            Err(Trouble::Skipped(why)) => {
                count.skipped += 1;
                println!("skipped {engine} {}: {why}", story.name);
            }
            Err(Trouble::Failed(why)) => {
                count.failed += 1;
                println!("FAILED {engine} {}: {why}", story.name);
            }
        }
    }
}

impl Run {
    fn wants(&self, story: &Story, engine: Engine) -> bool {
        story.engines.contains(&engine)
            && (story.page != Where::Served || self.trunk.is_some())
            && (self.only.is_empty() || self.only.iter().any(|part| story.name.contains(part.as_str())))
    }

    fn address(&self, story: &Story) -> Result<String, String> {
        match story.page {
            Where::Packed => address(&self.page),
            Where::Served => self.trunk.clone().ok_or("--trunk was not given.".into()),
            Where::Fixture => address("tests/browser/fixture/page.html"),
        }
    }
}

async fn tell(run: &Run, story: &Story, engine: Engine) -> Outcome {
    let address = run.address(story)?;
    let page = session::open(engine, story.setup, run.screen.as_ref(), &address, Size::WIDE).await?;
    let mut end = match tokio::time::timeout(LONGEST, whole(story, &page)).await {
        Ok(end) => end,
        Err(_) => Err(Trouble::Failed(format!("not at its end after {} s", LONGEST.as_secs()))),
    };
    if let Err(Trouble::Failed(why)) = &mut end {
        keep(story, &page, why).await;
    }
    end
}

/// The story, and then what holds for every story: no complaint, no request.
async fn whole(story: &Story, page: &Page) -> Outcome {
    (story.tell)(page).await?;
    if !story.loud {
        page.no_complaints().await?;
        page.no_requests().await?;
    }
    Ok(())
}

/// Saves what helps to understand a failure, and adds to the reason where it lies.
async fn keep(story: &Story, page: &Page, why: &mut String) {
    let folder = failures();
    let name = folder.join(format!("{}-{}", page.engine(), story.name));
    let picture = name.with_extension("png");
    let text = name.with_extension("txt");
    let _ = fs::create_dir_all(&folder);
    let limit = Duration::from_secs(10);
    if let Ok(Ok(bytes)) = tokio::time::timeout(limit, page.picture()).await {
        let _ = fs::write(&picture, bytes);
    }
    let complaints = match tokio::time::timeout(limit, page.complaints()).await {
        Ok(Ok(complaints)) => complaints.join("\n"),
        _ => "The page does not answer.".into(),
    };
    let report =
        format!("{why}\n\nThe page's complaints:\n{complaints}\n\nThe driver:\n{}", page.driver_log());
    let _ = fs::write(&text, report);
    why.push_str(&format!("\n    kept: {}, {}", picture.display(), text.display()));
}

fn failures() -> PathBuf {
    crate::root().join("target/browser-failures")
}
