//! Every case of the evidence rules has the outcome that it wants, for the reasons that it names.

use super::evidence_cases::{Case, all, controls};
use super::judge_as_of;

#[test]
fn every_line_of_the_rules() {
    let mut count = 0;
    let mut wrong = Vec::new();
    for control in controls() {
        for Case { name, files, wanted, now, row: case } in all(&control) {
            count += 1;
            let judgement = judge_as_of(&now, &files);
            let verdict = judgement.verdicts.iter().find(|verdict| verdict.control == control);
            let reasons = verdict.map(|verdict| verdict.reasons.as_slice()).unwrap_or_default();
            let reasons_text: String = reasons.iter().map(|reason| reason.en.clone() + "\n").collect();
            let mut expect = |is_right: bool, message: &str| {
                if !is_right {
                    wrong.push(format!(
                        "{control}: {name}: {message}\n  reasons: {reasons_text}  problems: {:?}",
                        judgement.problems
                    ));
                }
            };
            let outcome = verdict.map(|verdict| verdict.outcome);
            expect(outcome == wanted, &format!("is {outcome:?}"));
            expect(case["asks"].as_bool().unwrap_or(false) == verdict.is_some_and(|verdict| verdict.asks), "asks");
            expect(
                case["conflict"].as_bool().unwrap_or(false) == verdict.is_some_and(|verdict| verdict.is_conflict),
                "conflict",
            );
            for text in case["says"].as_array().into_iter().flatten() {
                let text = text.as_str().unwrap();
                expect(reasons_text.contains(text), &format!("does not say {text}"));
            }
            for reason in reasons {
                expect(reason.ja != reason.en && !reason.ja.is_empty(), "a reason is not in both languages");
                let is_clean = |text: &str| !text.contains("123456789012") && !text.contains('!');
                expect(is_clean(&reason.ja) && is_clean(&reason.en), "a reason holds an account id or an exclamation");
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {count} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
