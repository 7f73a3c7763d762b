//! The document worker: core only, loaded as a third wasm when a document is first wanted, off the main thread.

#[cfg(target_arch = "wasm32")]
mod worker {
    use guard_navi::documents::worker::DocumentWorker;
    use wasm_bindgen::prelude::wasm_bindgen;

    /// One request, and the files that it is about; see `documents::worker`.
    #[wasm_bindgen]
    pub struct Session(DocumentWorker);

    #[wasm_bindgen]
    impl Session {
        /// Begins to answer a request.
        #[wasm_bindgen(constructor)]
        pub fn new(request: &str) -> Session {
            Session(DocumentWorker::new(request))
        }

        /// Reads one file.
        pub fn add(&mut self, name: &str, bytes: &[u8]) {
            self.0.add(name, bytes);
        }

        /// The answer's JSON; none when the request is not one.
        pub fn finish(self) -> Option<String> {
            self.0.finish()
        }
    }
}

fn main() {}
