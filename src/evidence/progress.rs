//! Progress of reading one file, reported while it is read so that the page can show it.

/// A step of reading and judging files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The bytes are loaded.
    Load,
    /// The text is searched for secrets.
    Secrets,
    /// The text is parsed.
    Parse,
    /// The rules judge all files together.
    Rules,
}

impl Step {
    const ALL: [Step; 4] = [Step::Load, Step::Secrets, Step::Parse, Step::Rules];

    /// Its name in the worker's messages.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Step::Load => "load",
            Step::Secrets => "secrets",
            Step::Parse => "parse",
            Step::Rules => "rules",
        }
    }

    /// The step with this name.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Step> {
        Step::ALL.into_iter().find(|step| step.id() == id)
    }
}

/// The progress of one file.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Progress {
    /// The current step.
    pub step: Step,
    /// The share of the whole work on the file, 0 to 1.
    pub share: f64,
}

/// The approximate share of the time spent on the search for secrets; parsing takes the rest.
const SECRETS_SHARE: f64 = 0.4;

/// Reports the progress of one text in a file.
#[derive(Clone, Copy)]
pub(super) struct ProgressReporter<'a> {
    /// Called with each progress.
    pub tell: &'a dyn Fn(Progress),
    /// The index of the text (from 0) and the number of texts: an archive has several.
    pub place: (usize, usize),
}

impl ProgressReporter<'_> {
    pub fn secrets(&self, share: f64) {
        self.report(Step::Secrets, share * SECRETS_SHARE);
    }

    #[expect(clippy::cast_precision_loss, reason = "a share")]
    pub fn parsed(&self, bytes: usize, of: usize) {
        self.report(Step::Parse, SECRETS_SHARE + (1.0 - SECRETS_SHARE) * bytes as f64 / of.max(1) as f64);
    }

    #[expect(clippy::cast_precision_loss, reason = "a share")]
    fn report(&self, step: Step, share: f64) {
        let (index, count) = self.place;
        (self.tell)(Progress { step, share: (index as f64 + share) / count as f64 });
    }
}
