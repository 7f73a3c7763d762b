//! Files that a person hands to the page.

use super::download;
use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Blob, DragEvent, Event, FileList, HtmlInputElement};

/// A file, not yet read.
#[derive(Clone, Debug)]
pub struct File {
    /// Its name.
    pub name: String,
    /// Its content, as the browser keeps it.
    pub blob: Blob,
    /// The line that printed it; empty where nothing tells.
    pub command: String,
    /// Files of one number were handed over together; later ones have a higher number.
    pub batch: u32,
}

impl File {
    /// As it is sent to a worker, or to another edition of the page.
    ///
    /// # Errors
    ///
    /// Never in practice: a new object takes every field.
    pub fn sent(&self) -> Result<Object, JsValue> {
        let sent = Object::new();
        Reflect::set(&sent, &"name".into(), &self.name.as_str().into())?;
        Reflect::set(&sent, &"command".into(), &self.command.as_str().into())?;
        Reflect::set(&sent, &"batch".into(), &self.batch.into())?;
        Reflect::set(&sent, &"blob".into(), &self.blob)?;
        Ok(sent)
    }
}

/// What was chosen in a file field. The field is emptied, so that choosing the same file again is heard.
#[must_use]
pub fn chosen(event: &Event) -> Vec<File> {
    let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else {
        return Vec::new();
    };
    let files = named(input.files());
    input.set_value("");
    files
}

/// What was dropped.
#[must_use]
pub fn dropped(event: &DragEvent) -> Vec<File> {
    named(event.data_transfer().and_then(|transfer| transfer.files()))
}

/// A pasted text as a file, and the line that printed it.
///
/// # Errors
///
/// When the browser has no memory for it.
pub fn pasted(name: String, text: &str, command: String) -> Result<File, JsValue> {
    Ok(File { name, blob: download::blob(text, "text/plain")?, command, batch: 0 })
}

fn named(files: Option<FileList>) -> Vec<File> {
    let Some(files) = files else {
        return Vec::new();
    };
    let files = (0..files.length()).filter_map(|index| files.get(index));
    files.map(|file| File { name: file.name(), blob: Blob::from(file), command: String::new(), batch: 0 }).collect()
}
