//! A stand-in for the crate `wasm-streams`.
//!
//! leptos depends on server_fn, and that on wasm-streams, whose exported classes no linker may remove: 8 KB of a
//! start path of 110 KB, for server functions, of which this page has none. Here is the little that server_fn
//! names, with streams that are empty.

use futures_core::Stream;
use std::pin::Pin;
use std::task::{Context, Poll};
use wasm_bindgen::{JsCast, JsValue};

/// Stands for the stream of that name.
#[derive(Debug)]
pub struct ReadableStream(JsValue);

impl ReadableStream {
    /// Forgets the stream.
    pub fn from_stream<S>(_stream: S) -> ReadableStream {
        ReadableStream(JsValue::UNDEFINED)
    }

    /// Keeps the value, unread.
    #[must_use]
    pub fn from_raw(raw: web_sys::ReadableStream) -> ReadableStream {
        ReadableStream(raw.into())
    }

    /// The value that it was made of.
    #[must_use]
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0.unchecked_into()
    }

    /// An empty stream.
    #[must_use]
    pub fn into_stream(self) -> Empty {
        Empty
    }
}

/// A stream that ends at once.
#[derive(Debug)]
pub struct Empty;

impl Stream for Empty {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(None)
    }
}
