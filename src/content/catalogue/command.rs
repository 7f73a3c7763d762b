//! A command of a check or a fix, as data: the words, where they run, and what they do to the account.
//!
//! The page makes the line to copy from it, the loop over all Regions, and the collector its script.

use crate::base::i18n::Text;

/// One command line. Its words are written as they are typed, with placeholders as tokens (`<REGION>`).
#[derive(Clone, Copy, Debug)]
pub struct Command {
    /// What runs it.
    pub program: Program,
    /// The words that say what it does, `iam get-account-summary`: its id in chains and evidence bundles.
    pub call: &'static str,
    /// The words after it, unquoted.
    pub args: &'static [&'static str],
    /// Run once per value that another command yields.
    pub each: Option<Each>,
    /// Where it runs; `--region` is added by whoever runs it.
    pub scope: Scope,
    /// What it does to the account.
    pub action: Action,
    /// What to look for in the output, or why to run it.
    pub note: Option<Text>,
}

/// Where a command runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Once: of a global service, or in the Region that its words name.
    Account,
    /// Once, in the Region that the account is run from: `<HOME_REGION>`.
    HomeRegion,
    /// The same in every enabled Region: `<REGION>` in turn.
    EachRegion,
    /// The same in every enabled Region but the home Region.
    OtherRegions,
    /// The same in each of these Regions that is not the home Region.
    OtherOf(&'static [&'static str]),
    /// In the Region of the thing that its words name: `<REGION>`.
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

    /// The placeholder of the Region that it is run in.
    #[must_use]
    pub const fn region(self) -> Option<&'static str> {
        match self {
            Scope::Account => None,
            Scope::HomeRegion => Some("<HOME_REGION>"),
            Scope::EachRegion | Scope::OtherRegions | Scope::OtherOf(_) | Scope::OwnRegion => Some("<REGION>"),
        }
    }
}

/// What a command does to the account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Nothing.
    Read,
    /// Makes what was not there; run again, it leaves it as it is, or says that it is there.
    Create,
    /// Changes what is there.
    Change,
    /// Takes away what is there.
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

/// What runs a command.
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
    /// The word that a command line begins with.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Program::Aws => "aws",
            Program::Git => "git",
            Program::Gh => "gh",
        }
    }
}

/// A chain between two commands.
#[derive(Clone, Copy, Debug)]
pub struct Each {
    /// The `call` that yields the values.
    pub from: &'static str,
    /// Where they stand in its output, as a JMESPath: `trailList[].TrailARN`.
    pub path: &'static str,
    /// The token of the placeholder that they fill.
    pub placeholder_values: &'static str,
}

/// A command of the AWS CLI that only reads.
pub(crate) const fn aws(call: &'static str, args: &'static [&'static str]) -> Command {
    command(Program::Aws, Action::Read, call, args)
}

/// A command of the AWS CLI that makes something.
pub(crate) const fn creates(call: &'static str, args: &'static [&'static str]) -> Command {
    command(Program::Aws, Action::Create, call, args)
}

/// A command of the AWS CLI that changes something.
pub(crate) const fn changes(call: &'static str, args: &'static [&'static str]) -> Command {
    command(Program::Aws, Action::Change, call, args)
}

/// A command of the AWS CLI that takes something away.
pub(crate) const fn deletes(call: &'static str, args: &'static [&'static str]) -> Command {
    command(Program::Aws, Action::Delete, call, args)
}

/// A command of the AWS CLI that sends a test.
pub(crate) const fn tests(call: &'static str, args: &'static [&'static str]) -> Command {
    command(Program::Aws, Action::Test, call, args)
}

/// A command of git: it is of one's own machine alone.
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
    /// The same, with a note.
    pub(crate) const fn note(self, ja: &'static str, en: &'static str) -> Command {
        Command { note: Some(Text { ja, en }), ..self }
    }

    /// The same, run there.
    pub(crate) const fn scope(self, scope: Scope) -> Command {
        Command { scope, ..self }
    }

    /// The same, with this action.
    pub(crate) const fn action(self, action: Action) -> Command {
        Command { action, ..self }
    }

    /// The same, run in each Region.
    pub(crate) const fn in_each_region(self) -> Command {
        self.scope(Scope::EachRegion)
    }

    /// The same, run in the Region of what it names.
    pub(crate) const fn in_own_region(self) -> Command {
        self.scope(Scope::OwnRegion)
    }

    /// The same, run in the home Region.
    pub(crate) const fn in_home_region(self) -> Command {
        self.scope(Scope::HomeRegion)
    }

    /// The same, run once per value at `path` in the output of `from`.
    pub(crate) const fn each(
        self,
        from: &'static str,
        path: &'static str,
        placeholder_values: &'static str,
    ) -> Command {
        Command { each: Some(Each { from, path, placeholder_values }), ..self }
    }
}
