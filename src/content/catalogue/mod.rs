//! The catalogue of controls, as one table that checklist, report, collector and tests use.
//!
//! To add a control, write `src/content/catalogue/<section>/<id>.rs` with its `CONTROL` and its `DETAILS`, and list
//! both in that section's `mod.rs`. Ids are permanent: they are never reused and never renamed.
//!
//! **Invariant:** data only, no logic. Texts contain no markup. Console labels are in square brackets, as in AWS's own
//! Japanese documentation: `[次へ] を選びます。` A label whose Japanese form was not found: `「Next」(次へ)`.

mod alerts;
pub mod aliases;
mod command;
pub mod contacts;
mod control;
pub mod edition;
pub mod iam;
pub mod must_fix;
pub mod placeholders;
pub mod posture;
pub mod readiness;
pub mod response;
pub mod security_hub_findings;
pub mod services;

pub use aliases::ALIASES;
pub use command::{Action, Command, Each, Program, Scope};
pub(crate) use command::{aws, changes, creates, deletes, gh, git, tests};
pub use control::{Control, Details, Guide, LEVELS, Level, Risk, Section, Severity, Source, Warning};

use std::sync::LazyLock;

/// All controls by section, in the order of the page.
#[must_use]
pub fn all() -> &'static [&'static Control] {
    static ALL: LazyLock<Vec<&'static Control>> = LazyLock::new(|| {
        [
            contacts::CONTROLS,
            readiness::CONTROLS,
            services::CONTROLS,
            iam::CONTROLS,
            posture::CONTROLS,
            response::CONTROLS,
        ]
        .concat()
    });
    &ALL
}

/// The controls of a section, in the order of the page.
pub fn of_section(section: Section) -> impl Iterator<Item = &'static Control> {
    all().iter().copied().filter(move |control| control.section == section)
}

/// The details of all controls, in the same order.
pub fn details() -> impl Iterator<Item = &'static Details> {
    [contacts::DETAILS, readiness::DETAILS, services::DETAILS, iam::DETAILS, posture::DETAILS, response::DETAILS]
        .into_iter()
        .flatten()
        .copied()
}

/// The control with this id.
#[must_use]
pub fn find(id: &str) -> Option<&'static Control> {
    all().iter().copied().find(|control| control.id == id)
}
