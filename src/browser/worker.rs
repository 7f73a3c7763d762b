//! Module workers: started with a message, respond with JSON, terminated on drop.
//!
//! The browser does not check the integrity of a worker's script as it does for the page's own scripts. So the script
//! is fetched and checked here, like its wasm, and the worker runs it from a blob, which also applies the page's CSP.

use super::fetch;
use super::files::File;
use js_sys::{Array, Object, Reflect};
use std::cell::OnceCell;
use std::rc::{Rc, Weak};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, ErrorEvent, MessageEvent, Url, Worker, WorkerOptions, WorkerType};

/// A message from a worker.
#[derive(Debug)]
pub enum WorkerMessage {
    /// Progress of the work.
    Progress {
        /// Files read so far.
        done: usize,
        /// The current step, if reported.
        step: Option<String>,
        /// The share of all work that is done, 0 to 1, if reported.
        share: Option<f64>,
    },
    /// The response as JSON.
    Done(String),
    /// The worker could not be started, or it failed.
    Failed,
}

/// A worker that runs, or will run once its files are fetched. Dropping it terminates it and frees its memory.
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
        // Cannot fail for an existing object URL.
        let _ = Url::revoke_object_url(&self.address);
    }
}

/// Sends files to the judge, to be judged as of `now` (seconds since 1970). The worker reads them itself, so that large
/// ones do not block the page.
///
/// # Errors
///
/// When a message cannot be built; never in practice.
pub fn judge(files: &[File], now: i64, listener: impl Fn(WorkerMessage) + 'static) -> Result<Running, JsValue> {
    let message = Object::new();
    Reflect::set(&message, &"files".into(), &file_objects(files)?.into())?;
    #[expect(clippy::cast_precision_loss, reason = "seconds of this century are exact in a double")]
    Reflect::set(&message, &"now".into(), &(now as f64).into())?;
    Ok(begin("judge", Rc::new(listener), Box::new(std::iter::once(message))))
}

/// Files per message: the browser accesses each file on disk while it sends the message, and blocks the page.
const BATCH: usize = 25;

/// Sends a request and its files to the document worker, some files at a time. The worker reads them itself.
///
/// # Errors
///
/// When a message cannot be built; never in practice.
pub fn documents(
    request: &str,
    files: &[File],
    listener: impl Fn(WorkerMessage) + 'static,
) -> Result<Running, JsValue> {
    // A JavaScript string: a long request would otherwise stay in the wasm memory, which never shrinks, until it is
    // sent.
    let request = JsValue::from_str(request);
    let batches: Vec<Vec<File>> = files.chunks(BATCH).map(<[File]>::to_vec).collect();
    let last = batches.len().max(1);
    // Without files, one message is sent all the same.
    let batches = batches.into_iter().chain([Vec::new()]).take(last);
    let messages = batches.enumerate().map_while(move |(index, files)| {
        let message = Object::new();
        Reflect::set(&message, &"request".into(), &request).ok()?;
        Reflect::set(&message, &"files".into(), &file_objects(&files).ok()?.into()).ok()?;
        Reflect::set(&message, &"isLast".into(), &(index + 1 == last).into()).ok()?;
        Some(message)
    });
    Ok(begin("documents", Rc::new(listener), Box::new(messages)))
}

fn file_objects(files: &[File]) -> Result<Array, JsValue> {
    let list = Array::new();
    for file in files {
        list.push(&file.sent()?.into());
    }
    Ok(list)
}

type Listener = Rc<dyn Fn(WorkerMessage)>;
type Messages = Box<dyn Iterator<Item = Object>>;

/// Fetches a worker's files, and starts it unless it was dropped meanwhile.
fn begin(part: &'static str, listener: Listener, messages: Messages) -> Running {
    let started = Rc::new(OnceCell::new());
    let handle = Rc::downgrade(&started);
    spawn_local(async move {
        let files = fetch::program(part).await;
        let Some(handle) = Weak::upgrade(&handle) else {
            return;
        };
        match files.and_then(|(script, wasm)| start(&script, &wasm, Rc::clone(&listener), messages)) {
            Ok(running) => {
                // It is set only here, and once.
                let _ = handle.set(running);
            }
            Err(_) => listener(WorkerMessage::Failed),
        }
    });
    Running { _started: started }
}

/// Starts a worker with its wasm and the first message. The next message is sent each time the worker requests it.
fn start(script: &JsValue, wasm: &JsValue, listener: Listener, mut messages: Messages) -> Result<Started, JsValue> {
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let address = Url::create_object_url_with_blob(script.unchecked_ref::<Blob>())?;
    let worker = Worker::new_with_options(&address, &options)?;

    let error_listener = Rc::clone(&listener);
    let first = messages.next().ok_or(JsValue::NULL)?;
    Reflect::set(&first, &"wasm".into(), wasm)?;
    let sender = worker.clone();
    let on_message = Closure::new(move |event: MessageEvent| {
        if !is_request_for_more(&event.data()) {
            return listener(worker_message(&event.data()));
        }
        let is_sent = messages.next().is_some_and(|message| sender.post_message(&message).is_ok());
        if !is_sent {
            listener(WorkerMessage::Failed);
        }
    });
    let on_error = Closure::new(move |event: ErrorEvent| {
        event.prevent_default();
        error_listener(WorkerMessage::Failed);
    });
    worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
    worker.post_message_with_transfer(&first, &Array::of1(wasm))?;
    Ok(Started { worker, address, _on_message: on_message, _on_error: on_error })
}

fn is_request_for_more(data: &JsValue) -> bool {
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
