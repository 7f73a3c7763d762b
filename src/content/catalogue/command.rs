//! A command of a check or a fix, as data: its words, where it runs, and its effect on the account.
//!
//! From it, the page builds the line to copy and the loop over all Regions, and the collector builds its script.

use crate::base::i18n::Text;

/// One command line. Its words are literal, with placeholders as tokens (`<REGION>`).
#[derive(Clone, Copy, Debug)]
pub struct Command {
    /// The program that runs it.
    pub program: Program,
    /// The operation, such as `iam get-account-summary`; also its id in chains and evidence bundles.
    pub call: &'static str,
    /// The arguments, unquoted.
    pub args: &'static [&'static str],
    /// Runs it once per value in the output of another command.
    pub each: Option<Each>,
    /// Where it runs; `--region` is added accordingly.
    pub scope: Scope,
    /// Its effect on the account.
    pub action: Action,
    /// What to look for in the output, or why to run it.
    pub note: Option<Text>,
}

/// Where a command runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Once: for a global service, or in the Region that its arguments name.
    Account,
    /// Once, in the home Region of the account: `<HOME_REGION>`.
    HomeRegion,
    /// In every enabled Region: `<REGION>` in turn.
    EachRegion,
    /// In every enabled Region except the home Region.
    OtherRegions,
    /// In each of these Regions except the home Region.
    OtherOf(&'static [&'static str]),
    /// In the Region of the resource that its arguments name: `<REGION>`.
    OwnRegion,
}

impl Scope {
    /// The name in files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Scope::Account => "account",
            Scope::HomeRegion => "home_region",
            Scope::EachRegion => "each_region",
            Scope::OtherRegions | Scope::OtherOf(_) => "other_regions",
            Scope::OwnRegion => "own_region",
        }
    }

    /// The placeholder of the Region in which it runs.
    #[must_use]
    pub const fn region(self) -> Option<&'static str> {
        match self {
            Scope::Account => None,
            Scope::HomeRegion => Some("<HOME_REGION>"),
            Scope::EachRegion | Scope::OtherRegions | Scope::OtherOf(_) | Scope::OwnRegion => Some("<REGION>"),
        }
    }
}

/// The effect of a command on the account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// None.
    Read,
    /// Creates something; if it exists already, the command changes nothing or reports that.
    Create,
    /// Changes something that exists.
    Change,
    /// Deletes something.
    Delete,
    /// Sends a test.
    Test,
}

impl Action {
    /// The name in files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Action::Read => "read",
            Action::Create => "create",
            Action::Change => "change",
            Action::Delete => "delete",
            Action::Test => "test",
        }
    }
}

/// The program that runs a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Program {
    /// The AWS CLI.
    Aws,
    /// git, with git-secrets.
    Git,
    /// The GitHub CLI.
    Gh,
}

impl Program {
    /// The first word of a command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Program::Aws => "aws",
            Program::Git => "git",
            Program::Gh => "gh",
        }
    }
}

/// A chain of two commands: one runs for each value that the other outputs.
#[derive(Clone, Copy, Debug)]
pub struct Each {
    /// The `call` of the command that outputs the values.
    pub from: &'static str,
    /// The JMESPath of the values in its output: `trailList[].TrailARN`.
    pub path: &'static str,
    /// The token of the placeholder that the values fill.
    pub placeholder_values: &'static str,
}

/// A command of the AWS CLI that only reads.
pub(crate) const fn aws(call: &'static str, args: &'static [&'static str]) -> Command {
    command(Program::Aws, Action::Read, call, args)
}

/// A command of the AWS CLI that creates something.
pub(crate) const fn creates(call: &'static str, args: &'static [&'static str]) -> Command {
    command(Program::Aws, Action::Create, call, args)
}

/// A command of the AWS CLI that changes something.
pub(crate) const fn changes(call: &'static str, args: &'static [&'static str]) -> Command {
    command(Program::Aws, Action::Change, call, args)
}

/// A command of the AWS CLI that deletes something.
pub(crate) const fn deletes(call: &'static str, args: &'static [&'static str]) -> Command {
    command(Program::Aws, Action::Delete, call, args)
}

/// A command of the AWS CLI that sends a test.
pub(crate) const fn tests(call: &'static str, args: &'static [&'static str]) -> Command {
    command(Program::Aws, Action::Test, call, args)
}

/// A command of git; it runs on the user's machine only.
pub(crate) const fn git(call: &'static str, args: &'static [&'static str]) -> Command {
    command(Program::Git, Action::Read, call, args)
}

/// A command of the GitHub CLI that only reads.
pub(crate) const fn gh(call: &'static str, args: &'static [&'static str]) -> Command {
    command(Program::Gh, Action::Read, call, args)
}

const fn command(program: Program, action: Action, call: &'static str, args: &'static [&'static str]) -> Command {
    Command { program, call, args, each: None, scope: Scope::Account, action, note: None }
}

impl Command {
    /// Adds a note.
    pub(crate) const fn note(self, ja: &'static str, en: &'static str) -> Command {
        Command { note: Some(Text { ja, en }), ..self }
    }

    /// Sets where it runs.
    pub(crate) const fn scope(self, scope: Scope) -> Command {
        Command { scope, ..self }
    }

    /// Sets its effect.
    pub(crate) const fn action(self, action: Action) -> Command {
        Command { action, ..self }
    }

    /// Runs it in each Region.
    pub(crate) const fn in_each_region(self) -> Command {
        self.scope(Scope::EachRegion)
    }

    /// Runs it in the Region of the resource that it names.
    pub(crate) const fn in_own_region(self) -> Command {
        self.scope(Scope::OwnRegion)
    }

    /// Runs it in the home Region.
    pub(crate) const fn in_home_region(self) -> Command {
        self.scope(Scope::HomeRegion)
    }

    /// Runs it once per value at `path` in the output of `from`.
    pub(crate) const fn each(
        self,
        from: &'static str,
        path: &'static str,
        placeholder_values: &'static str,
    ) -> Command {
        Command { each: Some(Each { from, path, placeholder_values }), ..self }
    }
}
