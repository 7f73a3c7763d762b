//! The judge worker: core only, loaded as a second wasm when evidence is first used, off the main thread.
//!
//! Text goes in, the JSON of `evidence::Judgement` comes out; nothing is kept.

#[cfg(target_arch = "wasm32")]
mod worker {
    use guard_navi::base::time::Timestamp;
    use guard_navi::evidence::{FILE_LIMIT, Incoming, Judge, Progress};
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen]
    extern "C" {
        /// Whoever wants to know how far it is: any object with this function.
        pub type ProgressListener;

        /// The name of a `Step`, and how much of the file is done, 0 to 1.
        #[wasm_bindgen(method)]
        fn progress(this: &ProgressListener, step: &str, share: f64);

        /// The browser's decoders, in the worker's own script.
        #[wasm_bindgen(js_name = legacyText)]
        fn legacy_text(bytes: &[u8]) -> Option<String>;
    }

    /// Makes the memory larger, unless there is room for what is kept of the next stride. Left alone it grows by 64 KB
    /// each time that something does not fit: a thousand times for 60 MB, which in some engines takes longer than all else.
    fn make_room() {
        const ROOM: usize = 4 * 1024 * 1024;
        drop(std::hint::black_box(Vec::<u8>::with_capacity(ROOM)));
    }

    /// One judgement: for each file its bytes, piece by piece, then its name; at last `finish`.
    #[wasm_bindgen]
    pub struct Session {
        judge: Judge,
        bytes: Vec<u8>,
        listener: ProgressListener,
    }

    #[wasm_bindgen]
    impl Session {
        /// An empty one.
        #[wasm_bindgen(constructor)]
        pub fn new(listener: ProgressListener) -> Session {
            Session { judge: Judge::reading_legacy_text_by(legacy_text), bytes: Vec::new(), listener }
        }

        /// A file of so many bytes begins: memory for it is taken once.
        pub fn begin_file(&mut self, size: usize) {
            self.bytes = Vec::with_capacity(size.min(FILE_LIMIT as usize + 1));
        }

        /// The next piece of it.
        pub fn push(&mut self, bytes: &[u8]) {
            self.bytes.extend_from_slice(bytes);
        }

        /// Reads the file, which `command` printed; empty where that is not known. `changed` is when it was last
        /// changed, in seconds since 1970; no number where that is not known.
        pub fn end_file(&mut self, name: &str, command: &str, changed: f64) {
            let bytes = std::mem::take(&mut self.bytes);
            #[expect(clippy::cast_possible_truncation, reason = "seconds fit")]
            let changed_at = changed.is_finite().then(|| Timestamp::from_unix_seconds(changed as i64)).flatten();
            let tell = |progress: Progress| {
                make_room();
                self.listener.progress(progress.step.id(), progress.share);
            };
            self.judge.add_telling(Incoming { name, bytes: bytes.into(), command, changed_at }, &tell);
        }

        /// What comes now was handed over later, and stands in for the same before.
        pub fn begin_batch(&mut self) {
            self.judge.begin_batch();
        }

        /// Judges what was read, as of `now` (seconds since 1970). The JSON of a `Judgement`.
        pub fn finish(self, now: f64) -> Option<String> {
            #[expect(clippy::cast_possible_truncation, reason = "seconds fit, and a silly clock is caught below")]
            let now = Timestamp::from_unix_seconds(now as i64)?;
            serde_json::to_string(&self.judge.finish(now)).ok()
        }
    }
}

fn main() {}
