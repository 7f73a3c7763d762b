//! Milestones that are announced: a section with all mandatory controls done, and a level reached.

use crate::assessment::{Profile, score};
use crate::base::i18n::Locale;
use crate::content::catalogue::{self, LEVELS, Section};
use crate::documents::sections;
use crate::ui::core::words::shell;

/// The milestones of a profile at one time.
pub(crate) struct Milestones {
    level: u8,
    complete: Vec<Section>,
}

/// The current milestones of a profile.
pub(crate) fn of(profile: &Profile) -> Milestones {
    let all = catalogue::all();
    let lines = sections(all, profile).into_iter();
    let complete =
        lines.filter(|line| line.mandatory.applicable > 0 && line.mandatory.done == line.mandatory.applicable);
    Milestones {
        level: score::level_progress(all, profile).level,
        complete: complete.map(|line| line.section).collect(),
    }
}

/// The announcement of milestones reached since `before`; empty if there are none.
pub(crate) fn reached(before: &Milestones, profile: &Profile, locale: Locale) -> String {
    let now = of(profile);
    let mut words = String::new();
    for section in now.complete.iter().filter(|section| !before.complete.contains(section)) {
        words.push_str(&shell::section_done(section.title(), locale));
    }
    if let Some(level) = LEVELS.iter().find(|level| now.level > before.level && level.number == now.level) {
        words.push_str(&shell::level_reached(level.number, level.title, locale));
    }
    words
}
