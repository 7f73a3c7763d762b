//! How far the reading of one file has come: told on the way, so that whoever waits sees that something happens.

/// What is being done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Its bytes come in.
    Load,
    /// Secrets are looked for.
    Secrets,
    /// It is taken apart.
    Parse,
    /// The rules look at all files together.
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

/// How far one file is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Progress {
    /// What is being done.
    pub step: Step,
    /// How much of all that is to be done with the file, 0 to 1.
    pub share: f64,
}

/// Looking for secrets takes about this much of the time; the rest is taking apart.
const SECRETS: f64 = 0.4;

/// Tells of one text in a file.
#[derive(Clone, Copy)]
pub(super) struct Telling<'a> {
    /// Who hears it.
    pub tell: &'a dyn Fn(Progress),
    /// The how-manieth of so many texts it is: an archive has several.
    pub place: (usize, usize),
}

impl Telling<'_> {
    pub fn secrets(&self, share: f64) {
        self.tell(Step::Secrets, share * SECRETS);
    }

    #[expect(clippy::cast_precision_loss, reason = "a share")]
    pub fn parsed(&self, bytes: usize, of: usize) {
        self.tell(Step::Parse, SECRETS + (1.0 - SECRETS) * bytes as f64 / of.max(1) as f64);
    }

    #[expect(clippy::cast_precision_loss, reason = "a share")]
    fn tell(&self, step: Step, share: f64) {
        let (index, count) = self.place;
        (self.tell)(Progress { step, share: (index as f64 + share) / count as f64 });
    }
}
