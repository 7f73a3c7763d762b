//! The judge worker: a wasm of its own, without UI code, loaded when evidence is first used. It runs off the main
//! thread.
//!
//! The input is text, the output the JSON of an `evidence::Judgement`; nothing is stored.

#[cfg(target_arch = "wasm32")]
mod worker {
    use guard_navi::base::time::Timestamp;
    use guard_navi::evidence::{FILE_LIMIT, Incoming, Judge, Progress};
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen]
    extern "C" {
        /// A JavaScript object that is called with progress.
        pub type ProgressListener;

        /// `step` is the id of a `Step`, `share` the part of the file that is done, 0 to 1.
        #[wasm_bindgen(method)]
        fn progress(this: &ProgressListener, step: &str, share: f64);

        /// Decodes text in a legacy encoding with the browser's decoders. Defined in the worker's script.
        #[wasm_bindgen(js_name = legacyText)]
        fn legacy_text(bytes: &[u8]) -> Option<String>;
    }

    /// Grows the memory unless 4 MiB are free, enough for what is kept of the next stride. By default it grows by 64 KB
    /// at a time: a thousand times for 60 MB, which takes some engines longer than everything else.
    fn reserve_memory() {
        const RESERVE: usize = 4 * 1024 * 1024;
        drop(std::hint::black_box(Vec::<u8>::with_capacity(RESERVE)));
    }

    /// One judgement: for each file `begin_file`, `push` for each chunk of its bytes, and `end_file`; then `finish`.
    #[wasm_bindgen]
    pub struct Session {
        judge: Judge,
        bytes: Vec<u8>,
        listener: ProgressListener,
    }

    #[wasm_bindgen]
    impl Session {
        /// A session without files.
        #[wasm_bindgen(constructor)]
        pub fn new(listener: ProgressListener) -> Session {
            Session { judge: Judge::with_legacy_decoder(legacy_text), bytes: Vec::new(), listener }
        }

        /// Begins a file of `size` bytes and allocates its memory once.
        pub fn begin_file(&mut self, size: usize) {
            self.bytes = Vec::with_capacity(size.min(FILE_LIMIT as usize + 1));
        }

        /// Appends a chunk of the file.
        pub fn push(&mut self, bytes: &[u8]) {
            self.bytes.extend_from_slice(bytes);
        }

        /// Reads the file. `command` is the command line that printed it; empty when unknown. `changed` is when it was
        /// last changed, in seconds since 1970; not a number when unknown.
        pub fn end_file(&mut self, name: &str, command: &str, changed: f64) {
            let bytes = std::mem::take(&mut self.bytes);
            #[expect(clippy::cast_possible_truncation, reason = "seconds fit")]
            let changed_at = changed.is_finite().then(|| Timestamp::from_unix_seconds(changed as i64)).flatten();
            let on_progress = |progress: Progress| {
                reserve_memory();
                self.listener.progress(progress.step.id(), progress.share);
            };
            self.judge.add_with_progress(Incoming { name, bytes: bytes.into(), command, changed_at }, &on_progress);
        }

        /// Starts a batch: files added from here on are newer, and replace the data of earlier files about the same
        /// things.
        pub fn begin_batch(&mut self) {
            self.judge.begin_batch();
        }

        /// Judges the files as of `now`, in seconds since 1970. Returns the JSON of a `Judgement`.
        pub fn finish(self, now: f64) -> Option<String> {
            #[expect(clippy::cast_possible_truncation, reason = "seconds fit, and a silly clock is caught below")]
            let now = Timestamp::from_unix_seconds(now as i64)?;
            serde_json::to_string(&self.judge.finish(now)).ok()
        }
    }
}

fn main() {}
