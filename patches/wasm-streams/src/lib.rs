//! Replaces the crate `wasm-streams` with empty streams.
//!
//! leptos depends on server_fn, and server_fn on wasm-streams, whose exported classes the linker cannot remove: 8 KB of
//! the 110 KB that are loaded at the start. They serve server functions, which this page does not have. Only the items
//! that server_fn uses are defined here.

use futures_core::Stream;
use std::pin::Pin;
use std::task::{Context, Poll};
use wasm_bindgen::{JsCast, JsValue};

/// Replaces the type of the same name.
#[derive(Debug)]
pub struct ReadableStream(JsValue);

impl ReadableStream {
    /// Drops the stream.
    pub fn from_stream<S>(_stream: S) -> ReadableStream {
        ReadableStream(JsValue::UNDEFINED)
    }

    /// Wraps the value without reading it.
    #[must_use]
    pub fn from_raw(raw: web_sys::ReadableStream) -> ReadableStream {
        ReadableStream(raw.into())
    }

    /// Returns the wrapped value.
    #[must_use]
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0.unchecked_into()
    }

    /// Returns an empty stream.
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
