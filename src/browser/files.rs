//! Files that a person picked or dropped, and how their bytes reach the desk.
//!
//! The page reads, since WebKit cannot read a `File` in a worker of a `file://` page. It reads the
//! next slice while the worker is at work on this one, which makes reading two to four times faster.

use super::worker_link::{self, WorkerLink};
use super::{clock, words_of};
use engine::desk::{Answer, Ask};
use js_sys::ArrayBuffer;
use send_wrapper::SendWrapper;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// How much is read at once.
const SLICE_BYTES: f64 = 8.0 * 1024.0 * 1024.0;

/// How long to be silent about how far the desk is: who waits reads no faster, and drawing takes time from reading.
const SILENCE_MS: f64 = 100.0;

/// A file that a person gave. The page keeps it, to feed a new worker with.
#[derive(Clone, Debug)]
pub struct PickedFile {
    /// Its name without folders.
    pub name: String,
    /// Its size when it was picked.
    pub bytes: u64,
    /// None in native tests.
    handle: Option<SendWrapper<web_sys::File>>,
}

impl PickedFile {
    /// A file without content, for native tests.
    pub fn named(name: &str, bytes: u64) -> PickedFile {
        PickedFile { name: name.to_string(), bytes, handle: None }
    }

    pub(super) fn of(file: web_sys::File) -> PickedFile {
        let bytes = file.size() as u64;
        PickedFile { name: file.name(), bytes, handle: Some(SendWrapper::new(file)) }
    }

    pub(super) fn handle(&self) -> Option<&web_sys::File> {
        self.handle.as_deref()
    }
}

/// The files of an `<input type="file">` that changed. The input is emptied, so that the same file
/// can be picked again.
pub fn from_input(event: &web_sys::Event) -> Vec<PickedFile> {
    let Some(input) = event.target().and_then(|t| t.dyn_into::<web_sys::HtmlInputElement>().ok()) else {
        return Vec::new();
    };
    let files = from_list(input.files());
    input.set_value("");
    files
}

pub(super) fn from_list(list: Option<web_sys::FileList>) -> Vec<PickedFile> {
    let Some(list) = list else { return Vec::new() };
    (0..list.length()).filter_map(|i| list.get(i)).map(PickedFile::of).collect()
}

/// Reads a small text file whole, such as a plan or a workspace; `then` gets its text or why not.
pub fn read_text(file: &PickedFile, bytes_max: u64, then: impl FnOnce(Result<String, String>) + 'static) {
    let Some(handle) = file.handle.clone() else { return };
    let (name, bytes) = (file.name.clone(), file.bytes);
    spawn_local(async move {
        if bytes > bytes_max {
            return then(Err(format!("{name} is larger than a file of this kind can be")));
        }
        let text = JsFuture::from(handle.text()).await;
        then(text.map(|text| text.as_string().unwrap_or_default()).map_err(|error| words_of(&error)));
    });
}

/// What comes of feeding a file.
#[derive(Clone, Debug)]
pub enum Fed {
    /// The desk's word on what it has so far: `Progress`, and at last `Closed`.
    Answer(Answer),
    /// The browser could not read the file (moved, changed or locked since); the desk was told to
    /// abandon it.
    Unreadable(String),
}

/// A file on its way to the desk.
#[derive(Clone)]
pub struct Feeding(SendWrapper<Rc<Cell<bool>>>);

impl Feeding {
    /// Stops: the desk abandons the file, and nothing more is heard of it. Where the desk has taken
    /// it whole already, `Closed` comes all the same.
    pub fn abandon(&self) {
        self.0.set(true);
    }
}

/// Streams one file to the desk: open, slices, close. Files wait for each other, since the desk has
/// one open at a time. When the worker dies or is started again, nothing more is heard of it.
pub fn feed(link: &WorkerLink, file: &PickedFile, then: impl Fn(Fed) + 'static) -> Feeding {
    let abandoned = Rc::new(Cell::new(false));
    let feeding = Feeding(SendWrapper::new(abandoned.clone()));
    let Some(handle) = file.handle.clone() else { return feeding };
    worker_link::end_warming_up();
    let (link, name) = (link.clone(), file.name.clone());
    let (turn, life) = (link.take_turn(), link.life());
    spawn_local(async move {
        turn.begin().await;
        let feed = Feed { link: &link, life, abandoned: &abandoned, told: Cell::new(None), then: &then };
        let end = if feed.is_wanted() { feed.stream(&handle, name).await } else { Ok(None) };
        match end {
            // Though abandoned meanwhile: the desk has it, so that must be told.
            Ok(Some(closed)) if link.life() == life => then(Fed::Answer(closed)),
            Err(error) if feed.is_wanted() => {
                link.ask(&Ask::Abandon, |_| {});
                then(Fed::Unreadable(words_of(&error)));
            }
            _ => {}
        }
        turn.end();
    });
    feeding
}

struct Feed<'a> {
    link: &'a WorkerLink,
    /// Which of the link's workers this file goes to.
    life: u32,
    abandoned: &'a Cell<bool>,
    /// When how far the desk is was told last.
    told: Cell<Option<f64>>,
    then: &'a dyn Fn(Fed),
}

impl Feed<'_> {
    /// Gives the desk's last word, or nothing where the file is no longer wanted. Two slices are on their way at
    /// most: the worker is at work on one while the other waits for it, and the next is being read.
    async fn stream(&self, file: &web_sys::File, name: String) -> Result<Option<Answer>, JsValue> {
        let size = file.size();
        let mut start = 0.0;
        // Begins now: the page has much to draw when a first file comes.
        let mut next = read(file, start)?;
        self.link.ask(&Ask::Open { name }, |_| {});
        self.link.ask(&Ask::Expect { bytes: size as u64 }, |_| {});
        let mut at_work = None;
        while start < size {
            let buffer: ArrayBuffer = JsFuture::from(next).await?.dyn_into()?;
            start += SLICE_BYTES;
            next = read(file, start)?;
            if !self.goes_on() {
                return Ok(None);
            }
            let sent = Answered::to(|done| self.link.slice(&buffer, done));
            if let Some(before) = at_work.replace(sent)
                && !self.tell(before).await?
            {
                return Ok(None);
            }
        }
        if let Some(last) = at_work
            && !self.tell(last).await?
        {
            return Ok(None);
        }
        let closed = Answered::to(|done| {
            self.link.ask(&Ask::Close, done);
        });
        Ok(Some(closed.wait().await?))
    }

    /// Tells how far the desk is, once it says so; whether the file is still wanted then.
    async fn tell(&self, answered: Answered) -> Result<bool, JsValue> {
        let answer = answered.wait().await?;
        let (goes_on, now) = (self.goes_on(), clock::stopwatch_ms());
        if goes_on && self.told.get().is_none_or(|told| now - told >= SILENCE_MS) {
            self.told.set(Some(now));
            (self.then)(Fed::Answer(answer));
        }
        Ok(goes_on)
    }

    fn is_wanted(&self) -> bool {
        self.link.life() == self.life && !self.abandoned.get()
    }

    /// Whether the file is still wanted; tells the desk where it is not.
    fn goes_on(&self) -> bool {
        if self.link.life() == self.life && self.abandoned.get() {
            self.link.ask(&Ask::Abandon, |_| {});
        }
        self.is_wanted()
    }
}

/// An ask that was sent, and its answer to come.
struct Answered {
    promise: js_sys::Promise,
    slot: Rc<RefCell<Option<Answer>>>,
}

impl Answered {
    fn to(ask: impl FnOnce(Box<dyn FnOnce(Answer)>)) -> Answered {
        let slot = Rc::new(RefCell::new(None));
        let filled = slot.clone();
        let mut ask = Some(ask);
        let promise = js_sys::Promise::new(&mut |resolve, _| {
            if let Some(ask) = ask.take() {
                let filled = filled.clone();
                ask(Box::new(move |answer| {
                    filled.replace(Some(answer));
                    let _ = resolve.call0(&JsValue::UNDEFINED);
                }));
            }
        });
        Answered { promise, slot }
    }

    /// Waits. Where the worker dies first, this never wakes, and is dropped with everything it holds when its
    /// promise is.
    async fn wait(self) -> Result<Answer, JsValue> {
        JsFuture::from(self.promise).await?;
        self.slot.take().ok_or_else(|| JsValue::from_str("no answer"))
    }
}

fn read(file: &web_sys::File, start: f64) -> Result<js_sys::Promise, JsValue> {
    let end = (start + SLICE_BYTES).min(file.size());
    Ok(file.slice_with_f64_and_f64(start.min(end), end)?.array_buffer())
}
