//! `guard-navi judge`: reads files as the page does, and judges them with the same calls.

use crate::formats::{Format, Judged};
use crate::words;
use anyhow::{Context as _, Result};
use guard_navi::base::i18n::Locale;
use guard_navi::base::time::Timestamp;
use guard_navi::content::catalogue;
use guard_navi::evidence::{FILE_LIMIT, Incoming, Judge, Judgement, Outcome};
use std::fs::File;
use std::io::{self, Read, Write as _};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

/// What to judge, and how to print it.
#[derive(Clone, Debug)]
pub struct Options {
    /// The language of the reasons.
    pub locale: Locale,
    /// The time to judge at.
    pub now: Timestamp,
    /// The form of the result.
    pub format: Format,
    /// What is a failure.
    pub fail_on: Vec<FailOn>,
    /// The command lines that printed the files: none, one for all of them, or one for each.
    pub commands: Vec<String>,
    /// The files; `-` is the standard input.
    pub files: Vec<PathBuf>,
}

/// What `--fail-on` names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FailOn {
    /// A control fails.
    Fail,
    /// A mandatory control fails.
    Mandatory,
    /// The evidence does not decide a control.
    Unknown,
    /// Something could not be read, or was a secret.
    Problem,
}

impl FailOn {
    /// All of them.
    pub const ALL: [FailOn; 4] = [FailOn::Fail, FailOn::Mandatory, FailOn::Unknown, FailOn::Problem];

    /// The name on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            FailOn::Fail => "fail",
            FailOn::Mandatory => "mandatory",
            FailOn::Unknown => "unknown",
            FailOn::Problem => "problem",
        }
    }

    /// Whether a judgement meets it.
    #[must_use]
    pub fn is_met(self, judgement: &Judgement) -> bool {
        let has = |outcome| judgement.verdicts.iter().any(|verdict| verdict.outcome == outcome);
        match self {
            FailOn::Fail => has(Outcome::Fail),
            FailOn::Mandatory => judgement.verdicts.iter().any(|verdict| {
                let is_mandatory = catalogue::find(&verdict.control).is_some_and(|control| control.mandatory);
                verdict.outcome == Outcome::Fail && is_mandatory
            }),
            FailOn::Unknown => has(Outcome::Unknown),
            FailOn::Problem => !judgement.problems.is_empty(),
        }
    }
}

/// A judgement as text.
#[derive(Debug)]
pub struct Printed {
    /// The text in the wanted form.
    pub text: String,
    /// Whether a condition of `--fail-on` is met.
    pub is_failing: bool,
    /// Whether any input was recognised.
    pub is_anything_read: bool,
}

/// Judges files.
///
/// # Errors
///
/// If a file cannot be opened or read, or the number of commands fits neither. What is in a file is never an error: it
/// becomes a problem of the judgement.
pub fn judge(options: &Options) -> Result<Printed> {
    let commands = options.commands.as_slice();
    anyhow::ensure!(commands.len() < 2 || commands.len() == options.files.len(), words::COMMANDS.get(options.locale));
    let mut judge = Judge::default();
    for (place, path) in options.files.iter().enumerate() {
        let file = read(path).with_context(|| path.display().to_string())?;
        let incoming = Incoming {
            name: &file.name,
            bytes: file.bytes.into(),
            command: commands.get(place).or(commands.first()).map_or("", String::as_str),
            changed_at: file.changed_at,
        };
        judge.add_with_progress(incoming, &|_| {});
    }
    let judgement = judge.finish(options.now);
    let judged = Judged { judgement: &judgement, now: options.now, locale: options.locale };
    Ok(Printed {
        text: options.format.write(&judged)?,
        is_failing: options.fail_on.iter().any(|condition| condition.is_met(&judgement)),
        is_anything_read: !judgement.read.is_empty(),
    })
}

/// The time of this computer's clock.
///
/// # Errors
///
/// If it is before 1970 or after 9999.
pub fn current_time() -> Result<Timestamp> {
    timestamp(SystemTime::now()).context("this computer's clock is out of range")
}

/// To the second, as the page passes times on.
fn timestamp(time: SystemTime) -> Option<Timestamp> {
    let seconds = time.duration_since(UNIX_EPOCH).ok()?.as_secs();
    Timestamp::from_unix_seconds(i64::try_from(seconds).ok()?)
}

/// A file as the page gets it from the browser: its name without folders, its bytes, and when it was last changed.
struct Input {
    name: String,
    bytes: Vec<u8>,
    changed_at: Option<Timestamp>,
}

fn read(path: &Path) -> io::Result<Input> {
    if path.as_os_str() == "-" {
        return Ok(Input { name: "stdin".to_owned(), bytes: bytes(io::stdin().lock())?, changed_at: None });
    }
    let file = File::open(path)?;
    let changed_at = file.metadata()?.modified().ok().and_then(timestamp);
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    Ok(Input { name, bytes: bytes(file)?, changed_at })
}

/// No more than shows that the limit is exceeded: the judge then says so.
fn bytes(file: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.take(FILE_LIMIT + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Prints a judgement and returns the program's exit code.
///
/// # Errors
///
/// If a file cannot be read, or the standard output is closed other than by its reader.
pub fn print(options: &Options) -> Result<std::process::ExitCode> {
    let printed = judge(options)?;
    crate::print(printed.text.as_bytes())?;
    if !printed.is_anything_read {
        writeln!(io::stderr(), "{}", words::NOTHING_READ.get(options.locale))?;
        return Ok(crate::UNREADABLE.into());
    }
    Ok(u8::from(printed.is_failing).into())
}
