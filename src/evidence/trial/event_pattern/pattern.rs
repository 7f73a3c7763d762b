//! The syntax tree of a pattern.

use crate::base::json::Json;
use crate::evidence::trial::text::Glob;
use ipnet::IpNet;

#[derive(Debug)]
pub(super) enum Node {
    /// All of these fields.
    All(Vec<(String, Node)>),
    /// One of these (`$or`).
    Any(Vec<Node>),
    /// One of these values.
    Values(Vec<Test>),
    NotUnderstood,
}

/// A condition on one value.
#[derive(Debug)]
pub(super) enum Test {
    Is(Json),
    IsIgnoringCase(String),
    Starts { text: String, ignoring_case: bool },
    Ends { text: String, ignoring_case: bool },
    Wildcard(Vec<Glob>),
    AnythingBut(Vec<Test>),
    Numeric(Vec<(Comparison, f64)>),
    Exists(bool),
    Within(IpNet),
    NotUnderstood,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Comparison {
    Equal,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}
