//! What the rules on "there is none" share: an output that shows a part only cannot say so.

use super::verdict_builder::{VerdictBuilder, say};
use crate::evidence::facts::{Answer, Output};

/// Whether an output is a readable answer, and all of it.
pub(super) fn is_whole(output: &Output) -> bool {
    !is_narrowed(output) && has_no_more(output)
}

/// Whether an output is a readable answer that does not say itself that there is more.
fn has_no_more(output: &Output) -> bool {
    match &output.answer {
        // Cost Explorer has a word of its own for more pages.
        Answer::Json { value, is_truncated } => !is_truncated && value.words("NextPageToken").is_empty(),
        Answer::Error(_) => false,
    }
}

/// Whether the command asked for a part only, as far as the rules know.
pub(super) fn is_narrowed(output: &Output) -> bool {
    output.narrowed_by().is_some()
}

/// Whether a list shows all there is: where it does not, a doubt. `own` are options of the command itself that leave
/// something out. What `--query` drops cannot be told.
pub(super) fn is_all(w: &mut VerdictBuilder<'_>, output: &Output, own: &[&str]) -> bool {
    if is_narrowed(output) {
        // That has been said with the output itself.
        return false;
    }
    if output.has_option("--query") || own.iter().any(|option| output.has_option(option)) {
        let call = output.call;
        let region = output.region.as_ref().map(|region| format!(" ({region})")).unwrap_or_default();
        w.doubt(&output.origin, say(
            format!("{call}{region} は絞り込みのオプションを付けた出力なので、全体が分かりません。確認のコマンドのまま取り直してください。"),
            format!("{call}{region} was asked for a part only, so this does not show everything. Run the check command as it is."),
        ));
        return false;
    }
    // That there are more pages has been said.
    has_no_more(output)
}
