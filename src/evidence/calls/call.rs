//! One AWS CLI command, and how its output is recognised.

use super::shape::{self, OutputShape};
use crate::base::json::Json;

/// One AWS CLI command.
#[derive(Debug)]
pub(in crate::evidence) struct Call {
    /// Service and operation.
    pub id: &'static str,
    /// The shape of its output; see [`shape`].
    pub shape: &'static str,
    /// Whether other commands print the same shape; an output without its command is then not attributed.
    pub is_shared: bool,
    /// Path to an ARN that contains the Region; empty if there is none.
    pub place: &'static str,
    /// Path to the id of the queried account, or to an ARN in it; empty if there is none. Lists that may contain
    /// entries of other accounts are not used.
    pub owner: &'static str,
    /// Options that leave nothing out, and those whose values the rule reads. Every other option is a doubt.
    pub options: &'static [&'static str],
}

pub(super) const fn call(id: &'static str, shape: &'static str) -> Call {
    Call { id, shape, is_shared: false, place: "", owner: "", options: &[] }
}

impl Call {
    pub(super) const fn shared(self) -> Call {
        Call { is_shared: true, ..self }
    }

    pub(super) const fn place(self, place: &'static str) -> Call {
        Call { place, ..self }
    }

    pub(super) const fn owner(self, owner: &'static str) -> Call {
        Call { owner, ..self }
    }

    /// Sets the path to an ARN of a resource that the account owns; it contains the Region as well.
    pub(super) const fn own(self, arn: &'static str) -> Call {
        self.place(arn).owner(arn)
    }

    pub(super) const fn options(self, options: &'static [&'static str]) -> Call {
        Call { options, ..self }
    }

    /// Whether an output may be this command's, if something else identifies the command.
    pub fn may_have_printed(&self, value: &Json) -> bool {
        shape::fits(value, self.shape, OutputShape::Told)
    }

    /// Whether the page's check command uses `--query`; its output is then a bare list.
    pub fn check_command_has_query(&self) -> bool {
        self.options.contains(&"--query")
    }
}
