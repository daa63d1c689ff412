//! The command line.

use std::path::{Path, PathBuf};

use crate::engine::Engine;

pub const HELP: &str = "\
Whole stories in real browsers.

  cargo run -p browser-tests -- [--engine chromium|firefox|webkit]… [--only NAME]…
                                [--page PATH_OR_URL] [--trunk URL]
      Runs the stories, in all three engines unless told otherwise.
      --only   those whose name contains NAME
      --page   another page than dist/flexgauge.html
      --trunk  also opens the page that `trunk serve` serves at URL and drops a file on it

  cargo run -p browser-tests -- --shots FOLDER [STEP]… [--engine …] [--page …]
      Pictures of the page, wide and on a phone, light and dark, and as printed (Chromium unless
      told otherwise). Without steps: the empty page and the example. Steps, in their order:
      --click SELECTOR       or a visible text, as in --click 'text=Try it with an example'
      --upload FILE          several in one go: --upload A --upload B
      --drop FILE            as if dragged onto the page
      --type SELECTOR=TEXT
      --key NAME             Tab, Enter, Escape, Space, ArrowDown …
      --wait SELECTOR        or text=WORDS
      --name NAME            how the pictures are called (state)

  cargo run -p browser-tests -- --bench [--readers FOLDER]
      From choosing an export to the answers, in Chromium; with the readers that `cargo xtask bench`
      puts into a folder, reading beside theirs.
  cargo run -p browser-tests -- --list       names of the stories
  cargo run -p browser-tests -- --install    installs browsers and drivers (Debian, as root)";

pub enum Wish {
    Stories,
    Shots(PathBuf),
    Bench,
    List,
    Install,
    Help,
}

/// Something done to the page before its picture is taken.
#[derive(Clone)]
pub enum Step {
    Click(String),
    Upload(PathBuf),
    Drop(PathBuf),
    Type(String, String),
    Key(String),
    Wait(String),
}

pub struct Args {
    pub wish: Wish,
    /// Empty: the reader did not choose.
    pub engines: Vec<Engine>,
    pub only: Vec<String>,
    /// A path, from here or from the workspace's folder, or an address.
    pub page: String,
    pub trunk: Option<String>,
    /// Where other readers lie that are measured with.
    pub readers: Option<String>,
    pub steps: Vec<Step>,
    pub name: String,
}

impl Args {
    pub fn read(mut words: impl Iterator<Item = String>) -> Result<Args, String> {
        let mut args = Args {
            wish: Wish::Stories,
            engines: Vec::new(),
            only: Vec::new(),
            page: "dist/flexgauge.html".into(),
            trunk: None,
            readers: None,
            steps: Vec::new(),
            name: "state".into(),
        };
        while let Some(word) = words.next() {
            let mut value = || words.next().ok_or(format!("{word} wants a value."));
            match word.as_str() {
                "--engine" => args.engines.push(Engine::named(&value()?)?),
                "--only" => args.only.push(value()?),
                "--page" => args.page = value()?,
                "--trunk" => args.trunk = Some(value()?),
                "--readers" => args.readers = Some(value()?),
                "--shots" => args.wish = Wish::Shots(value()?.into()),
                "--bench" => args.wish = Wish::Bench,
                "--list" => args.wish = Wish::List,
                "--install" => args.wish = Wish::Install,
                "--help" | "-h" => args.wish = Wish::Help,
                "--click" => args.steps.push(Step::Click(value()?)),
                "--upload" => args.steps.push(Step::Upload(value()?.into())),
                "--drop" => args.steps.push(Step::Drop(value()?.into())),
                "--key" => args.steps.push(Step::Key(value()?)),
                "--wait" => args.steps.push(Step::Wait(value()?)),
                "--name" => args.name = value()?,
                "--type" => {
                    let value = value()?;
                    let (selector, text) =
                        value.rsplit_once('=').ok_or("--type wants SELECTOR=TEXT.".to_owned())?;
                    args.steps.push(Step::Type(selector.into(), text.into()));
                }
                _ => return Err(format!("{word} is not known here.")),
            }
        }
        Ok(args)
    }
}

/// A path becomes the address that a double click on the file would open.
pub fn address(page: &str) -> Result<String, String> {
    if page.contains("://") {
        return Ok(page.to_owned());
    }
    let here = Path::new(page).canonicalize();
    let file = here
        .or_else(|_| crate::root().join(page).canonicalize())
        .map_err(|why| format!("{page} cannot be opened ({why}); `cargo xtask run` makes the page."))?;
    let url = url::Url::from_file_path(&file).map_err(|()| format!("{page} has no address."))?;
    Ok(url.into())
}
