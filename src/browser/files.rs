//! Files that a person picked or dropped, and how their bytes reach the desk.
//!
//! The page reads, since WebKit cannot read a `File` in a worker of a `file://` page. It reads the
//! next slice while the worker is at work on this one, which makes reading two to four times faster.

use super::{IN_BROWSER, words_of, worker_link::WorkerLink};
use engine::desk::{Answer, Ask};
use js_sys::ArrayBuffer;
use send_wrapper::SendWrapper;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// How much is read at once.
const SLICE_BYTES: f64 = 4.0 * 1024.0 * 1024.0;

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

    fn of(file: web_sys::File) -> PickedFile {
        let bytes = file.size() as u64;
        PickedFile { name: file.name(), bytes, handle: Some(SendWrapper::new(file)) }
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

/// The files of a drop. Also keeps the browser from opening them instead.
pub fn from_drop(event: &web_sys::DragEvent) -> Vec<PickedFile> {
    event.prevent_default();
    from_list(event.data_transfer().and_then(|data| data.files()))
}

fn from_list(list: Option<web_sys::FileList>) -> Vec<PickedFile> {
    let Some(list) = list else { return Vec::new() };
    (0..list.length()).filter_map(|i| list.get(i)).map(PickedFile::of).collect()
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
    /// Stops: the desk abandons the file, and nothing more is heard of it.
    pub fn abandon(&self) {
        self.0.set(true);
    }
}

/// Streams one file to the desk: open, slices, close. Feed one file at a time: the desk has one open.
pub fn feed(link: &WorkerLink, file: &PickedFile, then: impl Fn(Fed) + 'static) -> Feeding {
    let abandoned = Rc::new(Cell::new(false));
    let feeding = Feeding(SendWrapper::new(abandoned.clone()));
    if !IN_BROWSER {
        return feeding;
    }
    let (link, file) = (link.clone(), file.clone());
    spawn_local(async move {
        let end = stream(&link, &file, &abandoned, &then).await;
        if abandoned.get() || end.is_err() {
            link.ask(&Ask::Abandon, |_| {});
        }
        match end {
            Ok(Some(closed)) => then(Fed::Answer(closed)),
            Err(error) if !abandoned.get() => then(Fed::Unreadable(words_of(&error))),
            _ => {}
        }
    });
    feeding
}

async fn stream(
    link: &WorkerLink,
    file: &PickedFile,
    abandoned: &Cell<bool>,
    then: &impl Fn(Fed),
) -> Result<Option<Answer>, JsValue> {
    let Some(handle) = &file.handle else { return Ok(None) };
    answered(|done| {
        link.ask(&Ask::Open { name: file.name.clone() }, done);
    })
    .await?;
    let size = handle.size();
    let mut start = 0.0;
    let mut next = read(handle, start)?;
    while start < size {
        let buffer: ArrayBuffer = JsFuture::from(next).await?.dyn_into()?;
        start += SLICE_BYTES;
        // Begins now, and goes on while the worker is at work on this slice.
        next = read(handle, start)?;
        let answer = answered(|done| link.slice(&buffer, done)).await?;
        if abandoned.get() {
            return Ok(None);
        }
        then(Fed::Answer(answer));
    }
    let closed = answered(|done| {
        link.ask(&Ask::Close, done);
    })
    .await?;
    Ok(if abandoned.get() { None } else { Some(closed) })
}

/// Waits for the answer to an ask. Where the worker dies first, this never wakes, and is dropped
/// with everything it holds when its promise is.
async fn answered(ask: impl FnOnce(Box<dyn FnOnce(Answer)>)) -> Result<Answer, JsValue> {
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
    JsFuture::from(promise).await?;
    slot.take().ok_or_else(|| JsValue::from_str("no answer"))
}

fn read(file: &web_sys::File, start: f64) -> Result<js_sys::Promise, JsValue> {
    let end = (start + SLICE_BYTES).min(file.size());
    Ok(file.slice_with_f64_and_f64(start.min(end), end)?.array_buffer())
}
