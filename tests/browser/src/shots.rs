//! Pictures for people to look at: any state of the page, wide and on a phone, light and dark, and
//! as printed.

use std::fs;
use std::path::{Path, PathBuf};

use crate::args::{Args, Step, address};
use crate::driver::Screen;
use crate::engine::{Engine, Setup};
use crate::outcome::{Outcome, Trouble};
use crate::page::{Page, Size};
use crate::session;

/// What the button of the example says, up to where it may change.
const EXAMPLE: &str = "Try it with an example";

/// Takes all pictures that were asked for, and prints the name of each.
pub async fn take(args: &Args, folder: &Path) -> Result<(), String> {
    all(args, folder).await.map_err(|trouble| match trouble {
        Trouble::Failed(why) | Trouble::Skipped(why) => why,
    })
}

async fn all(args: &Args, folder: &Path) -> Outcome {
    let address = address(&args.page)?;
    fs::create_dir_all(folder)?;
    let engines: &[Engine] = if args.engines.is_empty() { &[Engine::Chromium] } else { &args.engines };
    let screen = engines.contains(&Engine::WebKit).then(Screen::start).transpose()?;
    let states: Vec<(&str, Vec<Step>)> = if args.steps.is_empty() {
        let example = || Step::Click(format!("text={EXAMPLE}"));
        let place = |address: &str| Step::Click(format!("nav a[href='#{address}']"));
        let usage =
            || vec![example(), Step::Wait("#cost".into()), place("usage"), Step::Wait("#pareto".into())];
        let mut person = usage();
        person.extend([Step::Click("#top-ten tbody button.link".into()), Step::Wait("#person .n".into())]);
        vec![
            ("empty", Vec::new()),
            ("example", vec![example()]),
            ("usage", usage()),
            ("usage-person", person),
        ]
    } else {
        vec![(&args.name, args.steps.clone())]
    };
    for engine in engines.iter().copied() {
        // Chromium's pictures are the ones that people look at; the others say where they come from.
        let prefix = if engine == Engine::Chromium { String::new() } else { format!("{engine}-") };
        for (state, steps) in &states {
            let name = folder.join(format!("{prefix}{state}"));
            for dark in [false, true] {
                let setup = Setup { dark, ..Setup::default() };
                let page = session::open(engine, setup, screen.as_ref(), &address, Size::WIDE).await?;
                one(&page, steps, &name, dark).await?;
            }
        }
    }
    Ok(())
}

/// One state in one colour scheme: every width, and the print of the light one.
async fn one(page: &Page, steps: &[Step], name: &Path, dark: bool) -> Outcome {
    act(page, steps).await?;
    let scheme = if dark { "dark" } else { "light" };
    for (width, size) in [("wide", Size::WIDE), ("phone", Size::PHONE)] {
        page.resize(size).await?;
        page.settled().await?;
        save(&named(name, &format!("{width}-{scheme}.png")), &page.picture().await?)?;
        // The fold hides what is below it; the whole page is a second picture.
        if page.engine() == Engine::Chromium && page.height().await? > u64::from(size.height) {
            save(&named(name, &format!("{width}-{scheme}-whole.png")), &page.whole_picture().await?)?;
        }
    }
    if dark || page.engine() == Engine::WebKit {
        return Ok(());
    }
    page.resize(Size::WIDE).await?;
    save(&named(name, "print.pdf"), &page.print().await?)?;
    if page.engine() == Engine::Chromium {
        // A4 without its margins at 96 pixels an inch: a PDF cannot be looked at everywhere.
        page.resize(Size { width: 718, height: 1047 }).await?;
        page.as_printed(true).await?;
        page.settled().await?;
        save(&named(name, "print.png"), &page.whole_picture().await?)?;
        page.as_printed(false).await?;
    }
    Ok(())
}

async fn act(page: &Page, steps: &[Step]) -> Outcome {
    let mut steps = steps.iter().peekable();
    while let Some(step) = steps.next() {
        match step {
            Step::Click(what) => match what.strip_prefix("text=") {
                Some(text) => page.click_text(text).await?,
                None => page.click(what).await?,
            },
            // Files that follow each other are chosen in one go, as a reader does.
            Step::Upload(file) => {
                let mut files = vec![file];
                while let Some(Step::Upload(file)) = steps.peek() {
                    files.push(file);
                    steps.next();
                }
                page.upload(&files).await?;
            }
            Step::Drop(file) => page.drop_on("body", &[file]).await?,
            Step::Type(selector, text) => page.fill(selector, text).await?,
            Step::Key(key) => page.press(&[key.as_str()]).await?,
            Step::Wait(what) => match what.strip_prefix("text=") {
                Some(text) => page.wait_text("body", text).await.map(drop)?,
                None => page.wait_for(what).await?,
            },
        }
    }
    page.settled().await
}

fn named(name: &Path, ending: &str) -> PathBuf {
    let mut whole = name.as_os_str().to_owned();
    whole.push(format!("-{ending}"));
    whole.into()
}

fn save(file: &Path, bytes: &[u8]) -> Outcome {
    fs::write(file, bytes)?;
    println!("{}", file.display());
    Ok(())
}
