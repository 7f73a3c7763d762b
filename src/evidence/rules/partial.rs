//! What the rules on "there is none" share: an output that shows a part only cannot say so.

use crate::evidence::facts::{Answer, Output};

/// Options that leave something out of a list; with `--max-items`, `--query` hides that there is more.
const NARROWING: [&str; 6] =
    ["--entity-filter", "--max-items", "--no-paginate", "--path-prefix", "--policy-usage-filter", "--starting-token"];

/// Whether an output is a readable answer, and all of it.
pub(super) fn is_whole(output: &Output) -> bool {
    match &output.answer {
        // Cost Explorer has a word of its own for more pages.
        Answer::Json { value, is_truncated } => !is_truncated && value.words("NextPageToken").is_empty(),
        Answer::Error(_) => false,
    }
}

/// Whether the command asked for a part only.
pub(super) fn is_narrowed(output: &Output) -> bool {
    let is_it = |arg: &str, option: &&str| {
        arg.strip_prefix(*option).is_some_and(|rest| rest.is_empty() || rest.starts_with('='))
    };
    output.args.iter().any(|arg| NARROWING.iter().any(|option| is_it(arg, option)))
}
