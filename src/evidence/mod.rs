//! Evidence: reads files with AWS output and returns verdicts on the controls.
//!
//! ```text
//! bytes ─ unpack, decode ─ remove secrets ─ recognise and parse ─► Facts + Problems ─ rules ─► Verdicts
//! ```
//!
//! **Invariants:** Reading never fails: unreadable input becomes a `Problem`, and the rest is judged. Never a pass by
//! absence: missing, truncated or contradictory input gives `unknown`. Secrets are removed before anything else reads
//! the text. No clock: `now` is a parameter.

mod accounts;
mod calls;
pub mod collector;
pub mod facts;
mod formats;
mod judge;
mod latest;
pub mod posture;
mod problem;
mod progress;
mod reading;
mod rules;
pub mod security_score;
pub mod trial;
mod verdict;

pub use crate::base::archive::FILE_LIMIT;
pub use judge::{Incoming, Judge};
pub use problem::Problem;
pub use progress::{Progress, Step};
pub use rules::prowler_checks;
pub use verdict::{Judgement, Outcome, Read, Verdict};
