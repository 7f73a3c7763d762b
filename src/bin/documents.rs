//! The document worker: a wasm of its own, without UI code, loaded when a document is first needed. It runs off the
//! main thread.

#[cfg(target_arch = "wasm32")]
mod worker {
    use guard_navi::documents::worker::DocumentWorker;
    use wasm_bindgen::prelude::wasm_bindgen;

    /// One request and its files; see `documents::worker`.
    #[wasm_bindgen]
    pub struct Session(DocumentWorker);

    #[wasm_bindgen]
    impl Session {
        /// Starts a request.
        #[wasm_bindgen(constructor)]
        pub fn new(request: &str) -> Session {
            Session(DocumentWorker::new(request))
        }

        /// Reads one file.
        pub fn add(&mut self, name: &str, bytes: &[u8]) {
            self.0.add(name, bytes);
        }

        /// The response as JSON; none when the request is invalid.
        pub fn finish(self) -> Option<String> {
            self.0.finish()
        }
    }
}

fn main() {}
