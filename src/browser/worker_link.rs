//! The page's side of the wire: a worker, and the asks it has not answered yet.

use super::clock::{self, Timer};
use super::turn::Turn;
use super::wire::{self, Ticket};
use super::{IN_BROWSER, panic};
use engine::desk::{Answer, Ask};
use js_sys::{Array, ArrayBuffer};
use send_wrapper::SendWrapper;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{ErrorEvent, Event, MessageEvent, Worker};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = flexgauge, js_name = startWorker)]
    fn start_worker(module: &JsValue) -> Result<Worker, JsValue>;
}

/// A worker with a desk. Cheap to clone; all clones are the same link.
///
/// Natively it takes every ask and answers none.
#[derive(Clone)]
pub struct WorkerLink(SendWrapper<Rc<Inner>>);

struct Inner {
    worker: RefCell<Option<Running>>,
    waiting: RefCell<BTreeMap<Ticket, Waiting>>,
    next: Cell<Ticket>,
    /// How many workers there have been.
    life: Cell<u32>,
    turn: RefCell<Option<Turn>>,
    on_death: Box<dyn Fn(Death)>,
}

type Waiting = Box<dyn FnOnce(Answer)>;

/// How long the page has the processor to itself when it opens.
const QUIET_MS: u32 = 400;

enum Warming {
    Later(Timer),
    Running(Worker),
}

struct Running {
    worker: Worker,
    // Kept as long as the worker may call them.
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(Event)>,
}

/// What the session hears when the worker dies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Death {
    /// It is dead; the panel is on the screen, and every ask that waited is forgotten.
    Died(String),
    /// The person chose *Start again*: time to call [`WorkerLink::respawn`] and feed it again.
    StartAgain,
}

thread_local! {
    /// The link whose worker a test can make panic.
    static FORCED: RefCell<Option<WorkerLink>> = const { RefCell::new(None) };
    /// The worker that warms the engine up, or what will start it.
    static WARMING: RefCell<Option<Warming>> = const { RefCell::new(None) };
}

impl WorkerLink {
    /// Starts a worker. `on_death` is called when it dies, and when it is to be started again.
    pub fn spawn(on_death: impl Fn(Death) + 'static) -> WorkerLink {
        let link = WorkerLink(SendWrapper::new(Rc::new(Inner {
            worker: RefCell::new(None),
            waiting: RefCell::default(),
            next: Cell::new(1),
            life: Cell::new(0),
            turn: RefCell::new(None),
            on_death: Box::new(on_death),
        })));
        link.respawn();
        FORCED.set(Some(link.clone()));
        link
    }

    /// Ends the worker, if there is one, and starts a new one with an empty desk. This is also how
    /// everything is cleared, since the memory of a wasm module never shrinks.
    pub fn respawn(&self) {
        self.kill();
        if !IN_BROWSER {
            return;
        }
        match start_worker(&wasm_bindgen::module()) {
            Ok(worker) => *self.0.worker.borrow_mut() = Some(self.listen(worker)),
            Err(error) => self.died(super::words_of(&error)),
        }
    }

    /// Ends the worker. Asks that waited are forgotten: their callbacks are never called.
    pub fn kill(&self) {
        let running = self.0.worker.borrow_mut().take();
        if let Some(running) = running {
            running.end();
        }
        self.0.waiting.borrow_mut().clear();
        // Who had a turn with the old worker will never end it.
        self.0.turn.borrow_mut().take();
        self.0.life.set(self.0.life.get() + 1);
    }

    /// Whether there is a worker to ask.
    pub fn is_alive(&self) -> bool {
        self.0.worker.borrow().is_some()
    }

    /// Asks; `then` is called with the answer. Answers come in the order of the asks.
    pub fn ask(&self, ask: &Ask, then: impl FnOnce(Answer) + 'static) -> Ticket {
        if matches!(ask, Ask::Example) {
            end_warming_up();
        }
        let ticket = self.wait(Box::new(then));
        if let (Some(running), true) = (&*self.0.worker.borrow(), IN_BROWSER)
            && let Some(buffer) = wire::encode(ticket, ask)
        {
            let _ = running.worker.post_message_with_transfer(&buffer, &Array::of1(&buffer));
        }
        ticket
    }

    /// Forgets an ask: its answer will be dropped.
    pub fn forget(&self, ticket: Ticket) {
        self.0.waiting.borrow_mut().remove(&ticket);
    }

    /// Hands the next bytes of the open file over. The buffer is gone from the page afterwards.
    pub(super) fn slice(&self, buffer: &ArrayBuffer, then: impl FnOnce(Answer) + 'static) {
        let ticket = self.wait(Box::new(then));
        if let Some(running) = &*self.0.worker.borrow() {
            let message = Array::of2(&JsValue::from(ticket), buffer);
            let _ = running.worker.post_message_with_transfer(&message, &Array::of1(buffer));
        }
    }

    /// Which worker this is: a new one has a new number.
    pub(super) fn life(&self) -> u32 {
        self.0.life.get()
    }

    /// A place in the queue for the desk's one open file.
    pub(super) fn take_turn(&self) -> Turn {
        let before = self.0.turn.borrow().clone();
        let turn = Turn::after(before);
        self.0.turn.replace(Some(turn.clone()));
        turn
    }

    fn wait(&self, then: Waiting) -> Ticket {
        let ticket = self.0.next.get();
        self.0.next.set(ticket.wrapping_add(1));
        self.0.waiting.borrow_mut().insert(ticket, then);
        ticket
    }

    fn listen(&self, worker: Worker) -> Running {
        let link = self.clone();
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let data = event.data();
            if let Some(message) = data.as_string() {
                link.died(message);
            } else if let Some((ticket, answer)) = wire::decode::<Answer>(&data) {
                // The borrow ends before the callback, which may ask again.
                let waiting = link.0.waiting.borrow_mut().remove(&ticket);
                if let Some(then) = waiting {
                    then(answer);
                }
            }
        });
        let link = self.clone();
        let on_error = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            // Told here and nowhere else.
            event.prevent_default();
            // A `messageerror` has no words of its own.
            let message = event.dyn_ref::<ErrorEvent>().map(ErrorEvent::message);
            link.died(message.unwrap_or_else(|| "a message could not be read".to_string()));
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        worker.set_onmessageerror(Some(on_error.as_ref().unchecked_ref()));
        Running { worker, _on_message: on_message, _on_error: on_error }
    }

    fn died(&self, message: String) {
        let running = self.0.worker.borrow_mut().take();
        // A panic is told twice, by its message and by the trap after it: the first one counts.
        let Some(running) = running else { return };
        running.end();
        self.kill();
        let link = self.clone();
        let start_again = Closure::once_into_js(move || (link.0.on_death)(Death::StartAgain));
        panic::worker_died(&message, start_again.unchecked_ref());
        (self.0.on_death)(Death::Died(message));
    }
}

impl Running {
    fn end(self) {
        self.worker.terminate();
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        // One of its own closures may be what is running now: dropped when that call has ended.
        wasm_bindgen_futures::spawn_local(async move { drop(self) });
    }
}

/// Works the example out in a worker of its own, which ends then: the compiled module is one for all workers, so
/// the desk's is warm when the first export comes. It ends at the latest then. Should it die, nobody waits for it.
pub fn warm_up() {
    let timer = clock::after(QUIET_MS, || {
        if let Ok(worker) = start_worker(&wasm_bindgen::module()) {
            let _ = worker.post_message(&JsValue::from_str(wire::WARM_UP));
            WARMING.set(Some(Warming::Running(worker)));
        }
    });
    WARMING.set(Some(Warming::Later(timer)));
}

/// The processor is wanted for something else.
pub(super) fn end_warming_up() {
    match WARMING.take() {
        Some(Warming::Later(timer)) => timer.cancel(),
        Some(Warming::Running(worker)) => worker.terminate(),
        None => {}
    }
}

/// Makes the worker panic, for the tests.
pub(super) fn force_panic() {
    FORCED.with_borrow(|link| {
        if let Some(link) = link
            && let Some(running) = &*link.0.worker.borrow()
        {
            let _ = running.worker.post_message(&JsValue::from_str(wire::PANIC));
        }
    });
}
