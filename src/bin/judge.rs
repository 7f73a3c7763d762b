//! The judge worker: core only, loaded as a second wasm when evidence is first used, off the main thread.
//!
//! Text goes in, the JSON of `evidence::Judgement` comes out; nothing is kept.

#[cfg(target_arch = "wasm32")]
mod worker {
    use guard_navi::evidence::Judge;
    use guard_navi::time::Timestamp;
    use wasm_bindgen::prelude::wasm_bindgen;

    /// One judgement: add files, then finish.
    #[wasm_bindgen]
    #[derive(Default)]
    pub struct Session(Judge);

    #[wasm_bindgen]
    impl Session {
        /// An empty one.
        #[wasm_bindgen(constructor)]
        pub fn new() -> Session {
            Session::default()
        }

        /// Reads one file, which `command` printed; empty where that is not known.
        pub fn add(&mut self, file: &str, bytes: &[u8], command: &str) {
            self.0.add(file, bytes, command);
        }

        /// What comes now was handed over later, and stands in for the same before.
        pub fn begin_batch(&mut self) {
            self.0.begin_batch();
        }

        /// Judges what was read, as of `now` (seconds since 1970). The JSON of a `Judgement`.
        pub fn finish(self, now: f64) -> Option<String> {
            #[expect(clippy::cast_possible_truncation, reason = "seconds fit, and a silly clock is caught below")]
            let now = Timestamp::from_unix_seconds(now as i64)?;
            serde_json::to_string(&self.0.finish(now)).ok()
        }
    }
}

fn main() {}
