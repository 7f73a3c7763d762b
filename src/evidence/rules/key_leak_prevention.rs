//! `key-leak-prevention`: are keys kept out of CodeBuild variables, and is pushing them prevented?
//!
//! Only the user knows whether a tool is on every machine; evidence can only disprove it.

use super::partial::is_all;
use super::verdict_builder::{VerdictBuilder, say};
use crate::base::i18n::{Text, quantity, t};
use crate::base::json::Json;
use crate::evidence::facts::Output;

const KEYS: [&str; 2] = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"];

pub(super) fn judge(verdict: &mut VerdictBuilder<'_>) {
    verdict.ask_person();
    for output in verdict.outputs("gh api") {
        let Some(value) = verdict.json(output) else {
            continue;
        };
        let status = value.get("secret_scanning_push_protection").map_or("", |one| one.words("status"));
        if status == "enabled" {
            verdict.pass(&output.origin, PROTECTED);
        } else {
            verdict.warn(NOT_PROTECTED);
        }
    }
    let shown = projects(verdict);
    verdict.in_regions("codebuild list-projects", |verdict, output, region| {
        let Some(names) = verdict.list(output, "projects") else {
            return;
        };
        if is_all(verdict, output, &[]) && names.is_empty() {
            verdict.pass(
                &output.origin,
                say(
                    format!("{region}: CodeBuild のプロジェクトはありません。"),
                    format!("{region}: there is no CodeBuild project."),
                ),
            );
        }
        for name in names.iter().map(|name| name.as_text().unwrap_or("?")) {
            if !is_shown(verdict, &shown, output, name) {
                verdict.doubt(
                    &output.origin,
                    say(
                        format!(
                            "{region}: CodeBuild のプロジェクト {name} の環境変数が分かりません。batch-get-projects の出力も入れてください。"
                        ),
                        format!(
                            "{region}: the variables of CodeBuild project {name} are not known. Add the output of batch-get-projects."
                        ),
                    ),
                );
            }
        }
    });
}

/// The Region and name of a project whose variables were judged.
type Shown<'a> = (Option<&'a str>, &'a str);

fn projects<'a>(verdict: &mut VerdictBuilder<'a>) -> Vec<Shown<'a>> {
    let mut shown = Vec::new();
    for output in verdict.outputs("codebuild batch-get-projects") {
        let Some(value) = verdict.json(output) else {
            continue;
        };
        let ((Json::List(projects), _) | (_, Some(Json::List(projects)))) = (value, value.get("projects")) else {
            verdict.doubt(&output.origin, UNREADABLE);
            continue;
        };
        if output.arg("--query").is_some_and(selects_rows) {
            is_all(verdict, output, &[]);
        }
        for project in projects {
            if look_at(verdict, output, project) {
                shown.push((output.region.as_deref(), project.words("name")));
            } else {
                verdict.doubt(&output.origin, UNREADABLE);
            }
        }
        let count = shown.len();
        verdict.pass(
            &output.origin,
            say(
                format!("CodeBuild のプロジェクト {count} 件の環境変数を確認しました。"),
                format!("Environment variables of {} looked at.", quantity(count, "CodeBuild project")),
            ),
        );
    }
    shown
}

/// Whether `--query` keeps some rows only: `[?type=='x']`, `[0]`, `[:1]`.
fn selects_rows(query: &str) -> bool {
    query.split('[').skip(1).any(|rest| !matches!(rest.split(']').next().map(str::trim), Some("" | "*")))
}

/// Whether a project of this list was judged in its Region; another Region may have a project of the same name.
fn is_shown(verdict: &VerdictBuilder<'_>, shown: &[Shown<'_>], list: &Output, name: &str) -> bool {
    let names_it = |list: &&Output| list.value().is_some_and(|value| value.texts("projects").any(|one| one == name));
    let is_alone = verdict.outputs("codebuild list-projects").filter(names_it).count() == 1;
    shown.iter().filter(|(_, one)| *one == name).any(|(region, _)| match region {
        Some(region) => list.region.as_deref() == Some(*region),
        None => is_alone,
    })
}

/// Judges a project, raw or as our own command reshapes it; false if the variables cannot be read.
fn look_at(verdict: &mut VerdictBuilder<'_>, output: &Output, project: &Json) -> bool {
    let raw = project.get("environment");
    let variables = match (raw, project.get("env")) {
        (Some(environment @ Json::Object(_)), _) => environment.get("environmentVariables").unwrap_or(&Json::Null),
        (_, Some(variables)) => variables,
        _ => return false,
    };
    let variables = match variables {
        Json::List(variables) => variables.as_slice(),
        // A project without variables.
        Json::Null => &[],
        Json::Bool(_) | Json::Number(_) | Json::Text(_) | Json::Object(_) => return false,
    };
    for variable in variables {
        let (name, kind) = (variable.words("name"), variable.words("type"));
        if name.is_empty() {
            return false;
        }
        // AWS treats a variable without a type as plain text; a query may have dropped the type.
        if KEYS.contains(&name) && (kind == "PLAINTEXT" || (kind.is_empty() && raw.is_some())) {
            let project = project.words("name");
            verdict.fail(&output.origin, say(
                format!("CodeBuild のプロジェクト {project} の環境変数 {name} に、キーがプレーンテキストで入っています。"),
                format!("CodeBuild project {project} holds a key in clear text in the variable {name}."),
            ));
        } else if KEYS.contains(&name) && kind.is_empty() {
            let project = project.words("name");
            verdict.doubt(
                &output.origin,
                say(
                    format!("CodeBuild のプロジェクト {project} の環境変数 {name} の種類(type)が分かりません。"),
                    format!("The type of the variable {name} of CodeBuild project {project} is not shown."),
                ),
            );
        }
    }
    true
}

const PROTECTED: Text = t("GitHub のプッシュ保護は有効です。", "Push protection of GitHub is on.");
const NOT_PROTECTED: Text = t(
    "GitHub のプッシュ保護が有効か分かりません(無効になっているか、見る人が管理者でないため表示されていません)。",
    "GitHub does not say that push protection is on (it is off, or hidden from those who are no administrators).",
);
const UNREADABLE: Text = t(
    "CodeBuild のプロジェクトを読み取れません。出力全体を入れてください。",
    "The CodeBuild projects cannot be read. Hand over the whole output.",
);
