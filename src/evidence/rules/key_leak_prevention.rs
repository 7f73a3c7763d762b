//! `key-leak-prevention`: are keys kept out of CodeBuild variables, and does something stop them from being pushed?
//!
//! Whether a tool is on every machine is a person's word; evidence can only find the opposite.

use super::weigh::{Weigh, say};
use crate::evidence::facts::Output;
use crate::i18n::{Text, t};
use crate::json::Json;

const KEYS: [&str; 2] = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"];

pub(super) fn judge(w: &mut Weigh<'_>) {
    w.ask_person();
    for output in w.outputs("gh api") {
        let Some(value) = w.json(output) else {
            continue;
        };
        let status = value.get("secret_scanning_push_protection").map_or("", |one| one.words("status"));
        if status == "enabled" {
            w.pass(&output.origin, PROTECTED);
        } else {
            w.warn(NOT_PROTECTED);
        }
    }
    let mut looked_at = 0;
    for output in w.outputs("codebuild batch-get-projects") {
        if let Some(value) = w.json(output) {
            let ((Json::List(projects), _) | (_, Some(Json::List(projects)))) = (value, value.get("projects")) else {
                w.doubt(&output.origin, UNREADABLE);
                continue;
            };
            looked_at += projects.len();
            projects.iter().for_each(|project| look_at(w, output, project));
            w.pass(
                &output.origin,
                say(
                    format!("CodeBuild のプロジェクト {looked_at} 件の環境変数を確認しました。"),
                    format!("Environment variables of {looked_at} CodeBuild project(s) were looked at."),
                ),
            );
        }
    }
    w.in_regions("codebuild list-projects", |w, output, region| {
        let Some(value) = w.json(output) else {
            return;
        };
        if value.items("projects").is_empty() && value.get("projects").is_some() {
            w.pass(
                &output.origin,
                say(
                    format!("{region}: CodeBuild のプロジェクトはありません。"),
                    format!("{region}: there is no CodeBuild project."),
                ),
            );
        } else if looked_at == 0 {
            w.doubt(
                &output.origin,
                say(
                    format!("{region}: CodeBuild のプロジェクトの環境変数が分かりません。batch-get-projects の出力も入れてください。"),
                    format!("{region}: the variables of the CodeBuild projects are not known. Add the output of batch-get-projects."),
                ),
            );
        }
    });
}

/// Raw, or as our own command reshapes it.
fn look_at(w: &mut Weigh<'_>, output: &Output, project: &Json) {
    let raw =
        project.get("environment").map_or(&[] as &[Json], |environment| environment.items("environmentVariables"));
    for variable in raw.iter().chain(project.items("env")) {
        let (name, kind) = (variable.words("name"), variable.words("type"));
        if KEYS.contains(&name) && matches!(kind, "PLAINTEXT" | "") {
            let project = project.words("name");
            w.fail(&output.origin, say(
                format!("CodeBuild のプロジェクト {project} の環境変数 {name} に、キーがプレーンテキストで入っています。"),
                format!("CodeBuild project {project} holds a key in clear text in the variable {name}."),
            ));
        }
    }
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
