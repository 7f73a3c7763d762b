//! The incident runbook: what somebody does who has never opened this page before, at 3 a.m., with the account
//! being misused. Eleven steps, a reply to AWS, a sheet for the response team, and what to do against too many
//! notifications.
//!
//! To change a step, edit its item; its id stays for ever, since progress files name it.
//!
//! **Invariant:** data only, no logic. Texts hold no markup; a console label stands in square brackets, or, where
//! AWS's Japanese documentation has no label that we could read, in English between corner brackets.

mod aftermath;
mod eradicate;
mod evidence;
mod first_hour;
mod noise;
mod reply;
mod step;
mod team;

pub use noise::{Advice, TOO_MANY};
pub use reply::REPLY;
pub use step::Step;
pub use team::{DEADLINES, DECISIONS, Deadline, Decision, FIELDS, Field};

/// All of them, in order.
pub const STEPS: &[&Step] = &[
    &first_hour::CALM,
    &first_hour::READ_NOTICE,
    &first_hour::SECURE_ROOT,
    &first_hour::CONTAIN,
    &evidence::INVESTIGATE,
    &evidence::PRESERVE,
    &eradicate::ERADICATE,
    &aftermath::ROTATE,
    &aftermath::ANSWER_AWS,
    &aftermath::RECOVER,
    &aftermath::WATCH,
];
