//! The desk worker: core only, loaded as a third wasm when a document is first wanted, off the main thread.

#[cfg(target_arch = "wasm32")]
mod worker {
    use wasm_bindgen::prelude::wasm_bindgen;

    /// A request in, a document out; see `report::desk`.
    #[wasm_bindgen]
    pub fn answer(request: &str) -> Option<String> {
        guard_navi::report::desk::answer(request)
    }
}

fn main() {}
