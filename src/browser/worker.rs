//! Module workers: started with a message, answer with JSON, ended by dropping them.

use super::files::File;
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{ErrorEvent, MessageEvent, Worker, WorkerOptions, WorkerType};

/// What a worker tells.
#[derive(Debug)]
pub enum News {
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

/// A running worker. Dropping it ends the work and frees its memory.
#[derive(Debug)]
pub struct Running {
    worker: Worker,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(ErrorEvent)>,
}

impl Drop for Running {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

/// Hands named files to the judge, to be judged as of `now` (seconds since 1970). The worker reads them itself, so
/// that large ones do not block the page.
///
/// # Errors
///
/// Where the browser has no module workers or refuses to start one.
pub fn judge(files: &[File], now: i64, tell: impl Fn(News) + 'static) -> Result<Running, JsValue> {
    let message = Object::new();
    Reflect::set(&message, &"files".into(), &sent(files)?.into())?;
    #[expect(clippy::cast_precision_loss, reason = "seconds of this century are exact in a double")]
    Reflect::set(&message, &"now".into(), &(now as f64).into())?;
    start("judge-worker.js", Box::new(tell), vec![message].into_iter())
}

/// How many files are sent at a time: the browser looks at each on the disk while it does, and the page waits.
const BATCH: usize = 25;

/// Hands the desk a request, and the files that it is about, some at a time. The worker reads them itself.
///
/// # Errors
///
/// Where the browser has no module workers or refuses to start one.
pub fn desk(request: &str, files: &[File], tell: impl Fn(News) + 'static) -> Result<Running, JsValue> {
    let request = request.to_owned();
    let batches: Vec<Vec<File>> = files.chunks(BATCH).map(<[File]>::to_vec).collect();
    let last = batches.len().max(1);
    // Without files there is a message all the same.
    let batches = batches.into_iter().chain([Vec::new()]).take(last);
    let messages = batches.enumerate().map_while(move |(index, files)| {
        let message = Object::new();
        Reflect::set(&message, &"request".into(), &request.as_str().into()).ok()?;
        Reflect::set(&message, &"files".into(), &sent(&files).ok()?.into()).ok()?;
        Reflect::set(&message, &"isLast".into(), &(index + 1 == last).into()).ok()?;
        Some(message)
    });
    start("desk-worker.js", Box::new(tell), messages)
}

fn sent(files: &[File]) -> Result<Array, JsValue> {
    let list = Array::new();
    for file in files {
        list.push(&file.sent()?.into());
    }
    Ok(list)
}

/// Starts a worker with the first message; whenever it asks for more, it gets the next.
fn start(
    file: &str,
    tell: Box<dyn Fn(News)>,
    mut messages: impl Iterator<Item = Object> + 'static,
) -> Result<Running, JsValue> {
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let worker = Worker::new_with_options(file, &options)?;

    let tell = std::rc::Rc::new(tell);
    let tell_error = std::rc::Rc::clone(&tell);
    let first = messages.next().ok_or(JsValue::NULL)?;
    let asking = worker.clone();
    let on_message = Closure::new(move |event: MessageEvent| {
        if !asks_for_more(&event.data()) {
            return tell(news(&event.data()));
        }
        let is_sent = messages.next().is_some_and(|message| asking.post_message(&message).is_ok());
        if !is_sent {
            tell(News::Failed);
        }
    });
    let on_error = Closure::new(move |event: ErrorEvent| {
        event.prevent_default();
        tell_error(News::Failed);
    });
    worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
    worker.post_message(&first)?;
    Ok(Running { worker, _on_message: on_message, _on_error: on_error })
}

fn asks_for_more(data: &JsValue) -> bool {
    Reflect::get(data, &"more".into()).is_ok_and(|more| more.is_truthy())
}

fn news(data: &JsValue) -> News {
    let field = |name: &str| Reflect::get(data, &name.into()).ok();
    if let Some(json) = field("json").and_then(|json| json.as_string()) {
        return News::Done(json);
    }
    match field("done").and_then(|done| done.as_f64()) {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small count")]
        Some(done) => News::Progress {
            done: done as usize,
            step: field("step").and_then(|step| step.as_string()),
            share: field("share").and_then(|share| share.as_f64()),
        },
        None => News::Failed,
    }
}
