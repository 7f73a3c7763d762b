//! Shared by the rules on "there is none": a partial output cannot prove that.

use super::verdict_builder::{VerdictBuilder, say};
use crate::evidence::facts::{Answer, Output};

/// Whether an output is readable and complete.
pub(super) fn is_whole(output: &Output) -> bool {
    !is_narrowed(output) && has_no_more(output)
}

/// Whether an output is readable and does not announce more pages.
fn has_no_more(output: &Output) -> bool {
    match &output.answer {
        // Cost Explorer has its own field for the next page.
        Answer::Json { value, is_truncated } => !is_truncated && value.words("NextPageToken").is_empty(),
        Answer::Error(_) => false,
    }
}

/// Whether an option narrowed the output of the command, as far as the rules know.
pub(super) fn is_narrowed(output: &Output) -> bool {
    output.narrowed_by().is_some()
}

/// Whether a list is complete; adds a doubt otherwise. `own` are options of the command itself that leave something
/// out. What `--query` leaves out is unknown.
pub(super) fn is_all(verdict: &mut VerdictBuilder<'_>, output: &Output, own: &[&str]) -> bool {
    if is_narrowed(output) {
        // `VerdictBuilder::json` has added this doubt.
        return false;
    }
    if output.has_option("--query") || own.iter().any(|option| output.has_option(option)) {
        let call = output.call;
        let region = output.region.as_ref().map(|region| format!(" ({region})")).unwrap_or_default();
        verdict.doubt(&output.origin, say(
            format!("{call}{region} は絞り込みのオプションを付けた出力なので、全体が分かりません。確認のコマンドのまま取り直してください。"),
            format!("{call}{region} was asked for a part only, so this does not show everything. Run the check command as it is."),
        ));
        return false;
    }
    // `VerdictBuilder::json` has added the doubt about more pages.
    has_no_more(output)
}
