//! One command, and how its output is told.

use super::shape::{self, OutputShape};
use crate::base::json::Json;

/// One command.
#[derive(Debug)]
pub(in crate::evidence) struct Call {
    /// Service and operation.
    pub id: &'static str,
    /// What its output looks like; see [`shape`].
    pub shape: &'static str,
    /// Whether other commands print the same: a bare output is taken for no one's then.
    pub is_shared: bool,
    /// A path to an ARN that tells the Region; empty without one.
    pub place: &'static str,
    /// A path to the id of the account that the command was asked of, or to an ARN of it; empty without one. What a
    /// list may hold of other accounts is none.
    pub owner: &'static str,
    /// Options that leave nothing out, and those whose values the rule reads. Whatever else stands there is a doubt.
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

    /// A path to an ARN of what the account owns: it tells the Region as well.
    pub(super) const fn own(self, arn: &'static str) -> Call {
        self.place(arn).owner(arn)
    }

    pub(super) const fn options(self, options: &'static [&'static str]) -> Call {
        Call { options, ..self }
    }

    /// Whether an output is this command's, where something else says so.
    pub fn may_have_printed(&self, value: &Json) -> bool {
        shape::fits(value, self.shape, OutputShape::Told)
    }

    /// Whether our own command asks for a part of the answer by `--query`: a bare list, then.
    pub fn has_own_query(&self) -> bool {
        self.options.contains(&"--query")
    }
}
