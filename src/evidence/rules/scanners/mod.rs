//! Verdicts from the checks of Security Hub CSPM and Prowler.
//!
//! A scanner's check seldom equals a control: some are stricter (their fail is not a fail of the control), some cover
//! only a part (their pass is not a pass of the control). [`TABLE`] lists which is which.

mod table;

use super::verdict_builder::{VerdictBuilder, say};
use crate::base::i18n::{Text, Words, t};
use crate::base::time::Timestamp;
use crate::evidence::facts::{Check, CheckResult, Facts, Origin, Scan, Scanner};
use crate::evidence::verdict::Verdict;
use table::Decides::{self, Both, Fail, Neither, Pass, RootFail};
use table::{Checks, Row, TABLE};

/// Every check of Prowler that a verdict depends on, with its control, so that tests can verify that Prowler still has
/// it and agrees.
pub fn prowler_checks() -> impl Iterator<Item = (&'static str, &'static str)> {
    TABLE.iter().flat_map(|row| row.prowler.iter().map(|(id, _)| (row.control, *id)))
}

/// One verdict for each scanner with results for this control.
pub(super) fn judge(control: &str, facts: &Facts, now: Timestamp) -> Vec<Verdict> {
    let Some(row) = TABLE.iter().find(|row| row.control == control) else {
        return Vec::new();
    };
    let by = |scanner, checks| verdict(row, scanner, checks, facts, now);
    by(Scanner::SecurityHub, row.security_hub).into_iter().chain(by(Scanner::Prowler, row.prowler)).collect()
}

/// A check of a row, and its results that count.
struct Results<'a> {
    id: &'static str,
    decides: Decides,
    all: Vec<(&'a Scan, &'a Check)>,
}

impl<'a> Results<'a> {
    fn of(row: &Row, (id, decides): (&'static str, Decides), scans: &[&'a Scan]) -> Results<'a> {
        let counts = |check: &Check| match decides {
            RootFail => is_root(check) && check.result == CheckResult::Failed,
            Both | Fail | Pass | Neither => !(row.of_users && is_root(check)),
        };
        let of_scan = |scan: &&'a Scan| {
            let scan = *scan;
            scan.checks.iter().filter(|check| check.id == id && counts(check)).map(move |check| (scan, check)).collect()
        };
        let all = scans.iter().flat_map(|scan| -> Vec<_> { of_scan(scan) }).collect();
        Results { id, decides, all }
    }

    fn is_seen(&self) -> bool {
        !self.all.is_empty()
    }

    /// Whether a stricter check passes throughout: then the other checks are not needed.
    fn settles(&self) -> bool {
        self.decides == Pass && self.is_seen() && self.all.iter().all(|(_, check)| check.result == CheckResult::Passed)
    }

    fn regions(&self) -> Vec<&'a str> {
        self.all.iter().filter_map(|(_, check)| check.region.as_deref()).collect()
    }
}

/// Whether a row of Prowler is about the root user: by its ARN, or by its name in the credential report.
fn is_root(check: &Check) -> bool {
    check.resource.ends_with(":root") || check.resource.starts_with("<root_account>")
}

fn verdict(row: &Row, scanner: Scanner, checks: Checks, facts: &Facts, now: Timestamp) -> Option<Verdict> {
    let mut builder = VerdictBuilder::new(facts, now);
    let scans: Vec<&Scan> = facts.scans.iter().filter(|scan| scan.scanner == scanner).collect();
    let results: Vec<Results<'_>> = checks.iter().map(|check| Results::of(row, *check, &scans)).collect();
    if !results.iter().any(Results::is_seen) {
        return None;
    }
    let needed = || results.iter().filter(|results| results.decides == Both);
    let has_all = needed().next().is_some() && needed().all(Results::is_seen);
    let settled = results.iter().find(|results| results.settles());
    for result in &results {
        for (scan, check) in &result.all {
            // If the other checks decide, a stricter check that does not pass adds nothing.
            if has_all && result.decides == Pass && check.result != CheckResult::Passed {
                continue;
            }
            add_check(&mut builder, scan, check, result.decides);
            if scan.is_partial {
                builder.doubt(&scan.origin, PARTIAL);
            }
            if let Some(by) = &scan.narrowed_by {
                builder.doubt(&scan.origin, narrowed(name(scanner), by));
            }
            if scan.has_unreadable_dates {
                builder.doubt(&scan.origin, ODD_DATES);
            }
        }
    }
    let missing: Vec<&str> = needed().filter(|results| !results.is_seen()).map(|results| results.id).collect();
    if !has_all && settled.is_none() {
        if missing.is_empty() {
            builder.missing(ONLY_A_PART);
        } else {
            let (name, list) = (name(scanner), missing.join(", "));
            builder.missing(say(
                format!("{name} の結果に、判定に必要な {list} がありません。"),
                format!("The result of {name} lacks {list}, which is needed to decide."),
            ));
        }
    }
    // A CSV that was cut off after a row looks complete, so the number of results is shown.
    let (read, name) = (scans.iter().map(|scan| scan.checks.len()).sum::<usize>(), name(scanner));
    builder.warn(say(format!("{name} の結果 {read} 件を読みました。"), format!("{read} results of {name} were read.")));
    if row.regional {
        let decide: Vec<&Results<'_>> = if has_all { needed().collect() } else { settled.into_iter().collect() };
        for result in &decide {
            builder.cover(&format!("{name} {}", result.id), &result.regions());
        }
        if decide.is_empty() {
            builder.cover(name, &results.iter().flat_map(Results::regions).collect::<Vec<_>>());
        }
    }
    builder.verdict(row.control)
}

/// The reason for results that an option may have left out.
pub(super) fn narrowed(name: &str, by: &str) -> Words {
    say(
        format!(
            "{name} の結果は {by} を付けて取り出されているため、一部しかないかもしれません。確認のコマンドのまま取り直してください。"
        ),
        format!(
            "The results of {name} were asked for with {by}, so some may be missing. Run the check command as it is."
        ),
    )
}

const PARTIAL: Text = t(
    "結果の一部しか入っていません(続きのページがあるか、画面で絞り込まれています)。すべての結果を入れてください。",
    "The file holds a part of the results only (there are more pages, or the table was filtered). Hand over all of them.",
);

pub(super) const ODD_DATES: Text = t(
    "結果にある日付を読み取れないため、いつのものか分かりません。スキャンの結果を、加工せずに入れてください。",
    "Dates in the result cannot be read, so nobody knows how old it is. Hand over the scanner's own file, unchanged.",
);

const ONLY_A_PART: Text = t(
    "この検査で分かるのは、この対策の一部だけです。対策のページのコマンドでも確認してください。",
    "This check looks at a part of the control only. Use the commands on the control's page, too.",
);

const fn name(scanner: Scanner) -> &'static str {
    match scanner {
        Scanner::SecurityHub => "Security Hub",
        Scanner::Prowler => "Prowler",
    }
}

/// The origin of a result with its own date, since one scan may contain both old and recent results.
pub(super) fn own_origin(scan: &Scan, check: &Check) -> Origin {
    Origin { collected_at: check.checked_at.or(scan.origin.collected_at), ..scan.origin.clone() }
}

fn add_check(builder: &mut VerdictBuilder<'_>, scan: &Scan, check: &Check, decides: Decides) {
    if !builder.is_fresh(&scan.origin) || !builder.is_fresh(&own_origin(scan, check)) {
        return;
    }
    let (name, id) = (name(scan.scanner), &check.id);
    let place = [check.resource.as_str(), check.region.as_deref().unwrap_or_default()];
    let place = place.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    let at = if place.is_empty() { String::new() } else { format!(" ({place})") };
    match (check.result, decides) {
        (CheckResult::Failed, _) if check.is_muted => builder.doubt(
            &scan.origin,
            say(
                format!("{name}: {id} は不合格ですが、抑制(ミュート)されています{at}。"),
                format!("{name}: {id} failed, but somebody suppressed or muted it{at}."),
            ),
        ),
        (CheckResult::Failed, Both | Fail | RootFail) => builder.fail(
            &scan.origin,
            say(format!("{name}: {id} が不合格です{at}。"), format!("{name}: {id} failed{at}.")),
        ),
        (CheckResult::Failed, Pass | Neither) => builder.doubt(
            &scan.origin,
            say(
                format!("{name}: {id} は不合格ですが、この検査はこの対策より厳しいため、これだけでは不合格と決められません{at}。"),
                format!("{name}: {id} failed, but it asks for more than this control, so this alone does not decide{at}."),
            ),
        ),
        (CheckResult::Passed, _) => {
            builder.pass(&scan.origin, say(format!("{name}: {id} は合格です。"), format!("{name}: {id} passed.")));
        }
        (CheckResult::Unknown, _) => builder.doubt(
            &scan.origin,
            say(format!("{name} は {id} を判定できませんでした{at}。"), format!("{name} could not tell {id}{at}.")),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::TABLE;
    use crate::content::catalogue;

    #[test]
    fn every_row_is_of_a_control() {
        assert!(TABLE.iter().all(|row| catalogue::find(row.control).is_some()));
    }
}
