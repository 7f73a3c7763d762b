//! Files that the user chooses, drops or pastes.

use super::download;
use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Blob, DragEvent, Event, FileList, HtmlInputElement};

/// A file, not yet read.
#[derive(Clone, Debug)]
pub struct File {
    /// Its name.
    pub name: String,
    /// Its content, held by the browser.
    pub blob: Blob,
    /// The command line that printed it; empty when unknown.
    pub command: String,
    /// The batch it was added in; later batches have higher numbers.
    pub batch: u32,
}

impl File {
    /// Converts it for a worker or for the other edition of the page.
    ///
    /// # Errors
    ///
    /// Never in practice: fields of a new object can always be set.
    pub fn sent(&self) -> Result<Object, JsValue> {
        let object = Object::new();
        Reflect::set(&object, &"name".into(), &self.name.as_str().into())?;
        Reflect::set(&object, &"command".into(), &self.command.as_str().into())?;
        Reflect::set(&object, &"batch".into(), &self.batch.into())?;
        Reflect::set(&object, &"blob".into(), &self.blob)?;
        Ok(object)
    }
}

/// The files chosen in a file field. The field is cleared, so that choosing the same file again fires an event.
#[must_use]
pub fn chosen(event: &Event) -> Vec<File> {
    let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else {
        return Vec::new();
    };
    let files = from_list(input.files());
    input.set_value("");
    files
}

/// The dropped files.
#[must_use]
pub fn dropped(event: &DragEvent) -> Vec<File> {
    from_list(event.data_transfer().and_then(|transfer| transfer.files()))
}

/// Whether what is being dragged is a file.
#[must_use]
pub fn is_dragged(event: &DragEvent) -> bool {
    event.data_transfer().is_some_and(|transfer| transfer.types().includes(&JsValue::from_str("Files"), 0))
}

/// A pasted text as a file, with the command line that printed it.
///
/// # Errors
///
/// When the browser has no memory for it.
pub fn pasted(name: String, text: &str, command: String) -> Result<File, JsValue> {
    Ok(File { name, blob: download::blob(text, "text/plain")?, command, batch: 0 })
}

fn from_list(files: Option<FileList>) -> Vec<File> {
    let Some(files) = files else {
        return Vec::new();
    };
    let files = (0..files.length()).filter_map(|index| files.get(index));
    files.map(|file| File { name: file.name(), blob: Blob::from(file), command: String::new(), batch: 0 }).collect()
}
