//! Module workers: started with a message, answer with JSON, ended by dropping them.
//!
//! A worker's script cannot be checked by the browser as the page's own are. So it is fetched and checked here, like its
//! wasm, and the worker runs what came: from a blob, by which it is also under the page's CSP.

use super::fetch;
use super::files::File;
use js_sys::{Array, Object, Reflect};
use std::cell::OnceCell;
use std::rc::{Rc, Weak};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, ErrorEvent, MessageEvent, Url, Worker, WorkerOptions, WorkerType};

/// What a worker tells.
#[derive(Debug)]
pub enum WorkerMessage {
    /// How far it is.
    Progress {
        /// So many files have been read.
        done: usize,
        /// What it is doing, where it says so.
        step: Option<String>,
        /// The share of all that is to be done, 0 to 1, where it says so.
        share: Option<f64>,
    },
    /// The JSON of the answer.
    Done(String),
    /// It could not be started, or it broke.
    Failed,
}

/// A worker that runs, or will when its files are there. Dropping it ends the work and frees its memory.
#[derive(Debug)]
pub struct Running {
    _started: Rc<OnceCell<Started>>,
}

#[derive(Debug)]
struct Started {
    worker: Worker,
    address: String,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(ErrorEvent)>,
}

impl Drop for Started {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
        // Cannot fail for an address that was made.
        let _ = Url::revoke_object_url(&self.address);
    }
}

/// Hands named files to the judge, to be judged as of `now` (seconds since 1970). The worker reads them itself, so
/// that large ones do not block the page.
///
/// # Errors
///
/// Where a file is none.
pub fn judge(files: &[File], now: i64, tell: impl Fn(WorkerMessage) + 'static) -> Result<Running, JsValue> {
    let message = Object::new();
    Reflect::set(&message, &"files".into(), &sent(files)?.into())?;
    #[expect(clippy::cast_precision_loss, reason = "seconds of this century are exact in a double")]
    Reflect::set(&message, &"now".into(), &(now as f64).into())?;
    Ok(begin("judge", Rc::new(tell), Box::new(std::iter::once(message))))
}

/// How many files are sent at a time: the browser looks at each on the disk while it does, and the page waits.
const BATCH: usize = 25;

/// Hands the document worker a request, and the files that it is about, some at a time. The worker reads them itself.
///
/// # Errors
///
/// Where a file is none.
pub fn documents(request: &str, files: &[File], tell: impl Fn(WorkerMessage) + 'static) -> Result<Running, JsValue> {
    // The browser's own from here on: a long one is not held in wasm's memory, which never shrinks, until it is sent.
    let request = JsValue::from_str(request);
    let batches: Vec<Vec<File>> = files.chunks(BATCH).map(<[File]>::to_vec).collect();
    let last = batches.len().max(1);
    // Without files there is a message all the same.
    let batches = batches.into_iter().chain([Vec::new()]).take(last);
    let messages = batches.enumerate().map_while(move |(index, files)| {
        let message = Object::new();
        Reflect::set(&message, &"request".into(), &request).ok()?;
        Reflect::set(&message, &"files".into(), &sent(&files).ok()?.into()).ok()?;
        Reflect::set(&message, &"isLast".into(), &(index + 1 == last).into()).ok()?;
        Some(message)
    });
    Ok(begin("documents", Rc::new(tell), Box::new(messages)))
}

fn sent(files: &[File]) -> Result<Array, JsValue> {
    let list = Array::new();
    for file in files {
        list.push(&file.sent()?.into());
    }
    Ok(list)
}

type OnMessage = Rc<dyn Fn(WorkerMessage)>;
type Messages = Box<dyn Iterator<Item = Object>>;

/// Fetches a worker's files, and starts it if it is still wanted then.
fn begin(part: &'static str, tell: OnMessage, messages: Messages) -> Running {
    let started = Rc::new(OnceCell::new());
    let wanted = Rc::downgrade(&started);
    spawn_local(async move {
        let came = fetch::program(part).await;
        let Some(wanted) = Weak::upgrade(&wanted) else {
            return;
        };
        match came.and_then(|(script, wasm)| start(&script, &wasm, Rc::clone(&tell), messages)) {
            Ok(running) => {
                // It is set here only, and once.
                let _ = wanted.set(running);
            }
            Err(_) => tell(WorkerMessage::Failed),
        }
    });
    Running { _started: started }
}

/// Starts a worker with its wasm and the first message; whenever it asks for more, it gets the next.
fn start(script: &JsValue, wasm: &JsValue, tell: OnMessage, mut messages: Messages) -> Result<Started, JsValue> {
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let address = Url::create_object_url_with_blob(script.unchecked_ref::<Blob>())?;
    let worker = Worker::new_with_options(&address, &options)?;

    let tell_error = Rc::clone(&tell);
    let first = messages.next().ok_or(JsValue::NULL)?;
    Reflect::set(&first, &"wasm".into(), wasm)?;
    let asking = worker.clone();
    let on_message = Closure::new(move |event: MessageEvent| {
        if !asks_for_more(&event.data()) {
            return tell(worker_message(&event.data()));
        }
        let is_sent = messages.next().is_some_and(|message| asking.post_message(&message).is_ok());
        if !is_sent {
            tell(WorkerMessage::Failed);
        }
    });
    let on_error = Closure::new(move |event: ErrorEvent| {
        event.prevent_default();
        tell_error(WorkerMessage::Failed);
    });
    worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
    worker.post_message_with_transfer(&first, &Array::of1(wasm))?;
    Ok(Started { worker, address, _on_message: on_message, _on_error: on_error })
}

fn asks_for_more(data: &JsValue) -> bool {
    Reflect::get(data, &"more".into()).is_ok_and(|more| more.is_truthy())
}

fn worker_message(data: &JsValue) -> WorkerMessage {
    let field = |name: &str| Reflect::get(data, &name.into()).ok();
    if let Some(json) = field("json").and_then(|json| json.as_string()) {
        return WorkerMessage::Done(json);
    }
    match field("done").and_then(|done| done.as_f64()) {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small count")]
        Some(done) => WorkerMessage::Progress {
            done: done as usize,
            step: field("step").and_then(|step| step.as_string()),
            share: field("share").and_then(|share| share.as_f64()),
        },
        None => WorkerMessage::Failed,
    }
}
