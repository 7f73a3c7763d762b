//! The incident runbook, written for a first-time reader at 3 a.m. during an incident: eleven steps, a reply to AWS, a
//! response-team sheet, and advice on too many notifications.
//!
//! To change a step, edit its item. Its id must stay, because progress files contain it.
//!
//! **Invariant:** data only, no logic. Texts contain no markup. Console labels are in square brackets, or in English
//! between corner brackets if no label was found in AWS's Japanese documentation.

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

/// All steps, in order.
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

/// The ids of all steps, in order. The first pages count with them, without the texts of the steps.
pub const IDS: [&str; STEPS.len()] = {
    let mut ids = [""; STEPS.len()];
    let (mut steps, mut places): (&[&Step], &mut [&str]) = (STEPS, &mut ids);
    while let ([step, other_steps @ ..], [place, other_places @ ..]) = (steps, places) {
        *place = step.id;
        (steps, places) = (other_steps, other_places);
    }
    ids
};
