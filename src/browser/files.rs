//! Files that a person hands to the page.

use super::download;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Blob, DragEvent, Event, FileList, HtmlInputElement};

/// A file: its name, and its content as the browser keeps it, not yet read.
pub type File = (String, Blob);

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

/// A pasted text as a file.
///
/// # Errors
///
/// When the browser has no memory for it.
pub fn pasted(name: &str, text: &str) -> Result<File, JsValue> {
    Ok((name.to_owned(), download::blob(text, "text/plain")?))
}

fn named(files: Option<FileList>) -> Vec<File> {
    let Some(files) = files else {
        return Vec::new();
    };
    let files = (0..files.length()).filter_map(|index| files.get(index));
    files.map(|file| (file.name(), Blob::from(file))).collect()
}
