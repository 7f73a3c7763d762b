//! WHAT AWS says: files in, verdicts out.
//!
//! ```text
//! bytes ─ unpack, decode ─ cut secrets ─ recognise and parse ─► Facts + Problems ─ rules ─► Verdicts
//! ```
//!
//! **Invariants:** nothing fails: what cannot be read becomes a `Problem`, and the rest is judged. Never a pass
//! by absence: missing, cut-off or contradicting input is `unknown`. A secret is cut out before anything else
//! reads the text. No clock: `now` is a parameter.

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
