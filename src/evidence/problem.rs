//! Problems with a file: what is wrong, where, and what to do.

use super::formats::Unsupported;
use crate::base::i18n::{Text, Words};
use crate::base::secrets::Found;
use serde::Serialize;

/// A problem in a file, to be shown to the user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// The file's name.
    pub file: String,
    /// The line number, from 1; `None` if the problem concerns the whole file.
    pub line: Option<u64>,
    /// Whether a secret was removed; the page then stresses that it must be rotated.
    pub secret: bool,
    /// What is wrong and what to do.
    pub text: Words,
}

fn problem(file: &str, line: Option<u64>, text: impl Into<Words>) -> Problem {
    Problem { file: file.to_owned(), line, secret: false, text: text.into() }
}

pub(super) fn secret(file: &str, found: Found) -> Problem {
    let kind = found.kind.name();
    let text = Words {
        ja: format!(
            "この行に{}が含まれていたため、取り除いてから読み取りました。漏えいしたものとして扱い、すぐに無効にして新しいものに替えてください。",
            kind.ja
        ),
        en: format!("This line held {}. It was cut out before reading. Treat it as leaked and rotate it now.", kind.en),
    };
    Problem { secret: true, ..problem(file, u64::try_from(found.line).ok(), text) }
}

pub(super) fn too_large(file: &str) -> Problem {
    problem(
        file,
        None,
        Text {
            ja: "64 MiB を超えているため、読み取りませんでした。コマンドごとに出力を分けて入れてください。",
            en: "Larger than 64 MiB, so it was not read. Drop the output of one command at a time.",
        },
    )
}

pub(super) fn not_text(file: &str) -> Problem {
    problem(
        file,
        None,
        Text {
            ja: "テキストではないため読めませんでした。AWS CLI の出力(JSON)か、認証情報レポートの CSV を選んでください。",
            en: "Not a text file. Choose the output of the AWS CLI (JSON) or the CSV of the credential report.",
        },
    )
}

pub(super) fn empty(file: &str) -> Problem {
    problem(
        file,
        None,
        Text {
            ja: "中身が空です。コマンドがエラーで終わっていないか、ターミナルの表示を確認してください。",
            en: "There is nothing in it. See in the terminal whether the command ended with an error.",
        },
    )
}

pub(super) fn broken_json(file: &str, line: u64, cut: bool) -> Problem {
    let text = if cut {
        Text {
            ja: "JSON が途中で終わっています。コピーし直すか、出力をファイルに保存してからもう一度選んでください。",
            en: "The JSON ends too early. Copy it again, or save the output to a file and choose that.",
        }
    } else {
        Text {
            ja: "JSON として読めません。コマンドの出力だけを、最初の { から最後の } まで貼り付けてください。",
            en: "This is not valid JSON. Paste only the command's output, from the first { to the last }.",
        }
    };
    problem(file, Some(line), text)
}

pub(super) fn unknown_json(file: &str) -> Problem {
    problem(
        file,
        None,
        Text {
            ja: "JSON ですが、判定に使うコマンドの出力ではありません。対策のページにあるコマンドを実行し、その出力を加工せずに入れてください。",
            en: "This is JSON, but not what any of the commands used here prints. Run a command of a control's page and hand over its output unchanged.",
        },
    )
}

pub(super) fn unrecognised(file: &str) -> Problem {
    problem(
        file,
        None,
        Text {
            ja: "何の出力か分かりませんでした。コマンドに --output json を付けて実行し直すか、認証情報レポートの CSV などを選んでください。",
            en: "It is not clear what this is. Run the command again with --output json, or choose the CSV of the credential report.",
        },
    )
}

pub(super) fn not_json(file: &str) -> Problem {
    problem(
        file,
        None,
        Text {
            ja: "JSON ではなく、表、YAML、テキストのどれかの形式のようです。コマンドの最後に --output json を付けて実行し直してください。",
            en: "This looks like a table, YAML or text, not JSON. Run the command again with --output json at its end.",
        },
    )
}

pub(super) fn own_file(file: &str) -> Problem {
    problem(
        file,
        None,
        Text {
            ja: "これは Guard Navi が書き出したファイルで、AWS の出力ではありません。AWS の出力を入れてください。",
            en: "This is a file of Guard Navi itself, not what AWS prints. Hand over the output of AWS.",
        },
    )
}

pub(super) fn broken_bundle(file: &str) -> Problem {
    problem(
        file,
        None,
        Text {
            ja: "証拠ファイルに形式の正しくない部分があり、そこは読み取りませんでした。証拠ファイルを作ったスクリプトを実行し直してください。",
            en: "The evidence bundle is not well-formed in places; these were not read. Run the script that made it again.",
        },
    )
}

pub(super) fn newer_bundle(file: &str) -> Problem {
    problem(
        file,
        None,
        Text {
            ja: "新しいバージョンの証拠ファイルです。このページを再読み込みして新しいバージョンにしてから、もう一度入れてください。",
            en: "An evidence bundle of a newer version. Reload this page to get the version that reads it, then hand it over again.",
        },
    )
}

pub(super) fn broken_archive(file: &str) -> Problem {
    problem(
        file,
        None,
        Text {
            ja: "圧縮ファイルを展開できませんでした。壊れているか、パスワードが付いています。手元で展開し、中のファイルを入れてください。",
            en: "The archive cannot be unpacked: it is damaged or has a password. Unpack it and drop the files.",
        },
    )
}

pub(super) fn too_many_entries(file: &str) -> Problem {
    problem(
        file,
        None,
        Text {
            ja: "圧縮ファイルに 1,000 個を超えるファイルが入っているため、読み取りませんでした。何回かに分けて入れてください。",
            en: "The archive holds more than 1,000 files, so it was not read. Drop them in parts.",
        },
    )
}

pub(super) fn archive_too_large(file: &str) -> Problem {
    problem(
        file,
        None,
        Text {
            ja: "圧縮ファイルの中身が合計で 256 MiB を超えたため、残りは読み取りませんでした。何回かに分けて入れてください。",
            en: "The unpacked files of the archive exceed 256 MiB in all; the rest was not read. Drop them in parts.",
        },
    )
}

/// Several commands print output of this shape.
pub(super) fn ambiguous(file: &str, calls: &[&str]) -> Problem {
    let list = calls.join(" / ");
    let text = Words {
        ja: format!(
            "{list} などの出力とみられますが、同じ形の出力がほかにもあり、内容だけでは決められません。対策のページで、実行したコマンドの下に貼り付けてください。"
        ),
        en: format!(
            "This looks like the output of {list}, but others print the same, so its content alone does not decide. Paste it under its command on the control's page."
        ),
    };
    problem(file, None, text)
}

/// A recognised kind of file that is not supported.
pub(super) fn unsupported(file: &str, kind: &Unsupported) -> Problem {
    let text = Words {
        ja: format!("{}です。判定には使えません。{}", kind.name.ja, kind.instead.ja),
        en: format!("Recognised as {}, which cannot be judged. {}", kind.name.en, kind.instead.en),
    };
    problem(file, None, text)
}

/// Prowler results about another cloud provider.
pub(super) fn other_cloud(file: &str, provider: &str) -> Problem {
    let text = Words {
        ja: format!("Prowler が {provider} を調べた結果が入っています。AWS の結果だけを判定します(prowler aws)。"),
        en: format!("This holds results of Prowler about {provider}. Only those about AWS are judged (prowler aws)."),
    };
    problem(file, None, text)
}

/// A Prowler result without rows to judge.
pub(super) fn no_results(file: &str) -> Problem {
    problem(
        file,
        None,
        Text {
            ja: "Prowler の結果ですが、判定に使える行がありません(見出しだけか、手動で確認する項目だけです)。Prowler を実行し直してください。",
            en: "A result of Prowler without anything to judge: a header alone, or only what has to be checked by hand. Run Prowler again.",
        },
    )
}

/// How many further problems the file has.
pub(super) fn more(file: &str, count: usize) -> Problem {
    let text = Words {
        ja: format!("このファイルには、ほかにも問題が {count} 件あります。"),
        en: format!("There are {count} more problems in this file."),
    };
    problem(file, None, text)
}

/// The AWS CLI failed before it sent a request.
pub(super) fn cli_failed(file: &str) -> Problem {
    problem(
        file,
        None,
        Text {
            ja: "AWS CLI のエラーだけで、結果が含まれていません(サインインしていない、リージョンの指定がない、オプションの誤りなど)。エラーの内容を確かめて、実行し直してください。",
            en: "Only an error of the AWS CLI, and no result: not signed in, no Region, a wrong option or the like. See what it says and run the command again.",
        },
    )
}

/// Outputs of commands that no rule uses.
pub(super) fn not_judged(file: &str, commands: &[String]) -> Problem {
    let list = commands.iter().take(3).map(String::as_str).collect::<Vec<_>>().join(" / ");
    let text = Words {
        ja: format!("{list} の出力は、判定には使いません。対策のページにあるコマンドの出力を入れてください。"),
        en: format!("The output of {list} is not used here. Hand over the output of a command of a control's page."),
    };
    problem(file, None, text)
}

/// An output whose beginning is missing, such as one that scrolled out of a terminal.
pub(super) fn lost_beginning(file: &str, line: u64) -> Problem {
    problem(
        file,
        Some(line),
        Text {
            ja: "この出力は最初の部分が欠けているため、読み取りませんでした。出力をファイルに保存して(コマンドの最後に > ファイル名)、それを選んでください。",
            en: "The beginning of this output is missing, so it was not read. Save the output to a file (> and a name behind the command) and choose that.",
        },
    )
}

/// An error of an AWS operation as the AWS CLI prints it, by its code.
pub(super) fn cli_error(file: &str, code: &str, operation: &str) -> Problem {
    let text = match code {
        "AccessDenied" | "AccessDeniedException" | "UnauthorizedOperation" => Words {
            ja: format!(
                "AWS が {operation} を拒否したため({code})、判定できません。この権限を持つ人に実行してもらってください。"
            ),
            en: format!(
                "AWS refused {operation} ({code}), so it cannot be judged. Ask somebody who has this permission to run it."
            ),
        },
        _ => Words {
            ja: format!(
                "AWS CLI のエラーです({operation}: {code})。結果が含まれていないため、判定できません。エラーの内容を確かめて、実行し直してください。"
            ),
            en: format!(
                "This is an error of the AWS CLI ({operation}: {code}). It holds no result, so it cannot be judged. See what the error says and run it again."
            ),
        },
    };
    problem(file, None, text)
}

pub(super) fn no_content(file: &str) -> Problem {
    problem(
        file,
        None,
        Text {
            ja: "get-credential-report の出力ですが、Content を読み取れません。出力全体をコピーし直してください。",
            en: "This is the output of get-credential-report, but its Content cannot be read. Copy the whole output again.",
        },
    )
}

pub(super) fn header_only(file: &str) -> Problem {
    problem(
        file,
        None,
        Text {
            ja: "認証情報レポートに見出しの行しかありません。もう一度ダウンロードしてください。",
            en: "A credential report with its header only, no rows. Download it again.",
        },
    )
}

pub(super) fn cut_row(file: &str, line: u64, cells: usize, wanted: usize) -> Problem {
    let text = Words {
        ja: format!(
            "この行は {wanted} 列のうち {cells} 列しかありません。ファイルが途中で切れています。もう一度ダウンロードしてください。"
        ),
        en: format!("This row has {cells} of {wanted} cells: the file is cut off. Download it again."),
    };
    problem(file, Some(line), text)
}

pub(super) fn missing_column(file: &str, column: &str) -> Problem {
    let text = Words {
        ja: format!("認証情報レポートに {column} 列がありません。加工していない元のファイルを選んでください。"),
        en: format!("The credential report has no column {column}. Choose the original file, not an edited one."),
    };
    problem(file, Some(1), text)
}
