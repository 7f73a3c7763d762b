//! Without a valid sign-in the script stops and shows the error of the AWS CLI.

use crate::fake::Fake;
use guard_navi::base::i18n::Locale;

/// Errors and exit codes of the AWS CLI, versions 1 and 2, without a valid sign-in. The last one is an empty success.
const ERRORS: &[(&str, i32)] = &[
    ("The SSO session associated with this profile has expired or is otherwise invalid.", 255),
    ("Error loading SSO Token: Token for https://example.awsapps.com/start does not exist", 255),
    ("Error when retrieving token from sso: Token has expired and refresh failed", 255),
    ("The config profile (本番) could not be found", 255),
    ("An error occurred (SignatureDoesNotMatch) when calling the GetCallerIdentity operation: Signature expired", 254),
    (
        "An error occurred (ExpiredToken) when calling the GetCallerIdentity operation: The security token has expired",
        254,
    ),
    ("Unable to locate credentials. You can configure credentials by running \"aws configure\".", 253),
    ("Could not connect to the endpoint URL: \"https://sts.ap-northeast-1.amazonaws.com/\"", 255),
    ("words that nobody has thought of", 1),
    ("", 0),
];

#[test]
fn who_is_not_signed_in_reads_the_words_of_aws_and_gets_no_file() {
    for (error, code) in ERRORS {
        for (locale, hint) in [(Locale::En, "sign in again"), (Locale::Ja, "サインインし直し")] {
            let aws =
                Fake::that(&format!("\"sts get-caller-identity\") printf '\\n%s\\n' '{error}' >&2; exit {code} ;;\n"));
            let ran = aws.run(locale, &[]);
            assert_eq!(ran.status, Some(1), "{error}");
            assert!(ran.err.contains(error) && ran.err.contains(hint), "{}", ran.err);
            assert_eq!(ran.out, "");
            assert_eq!(aws.calls(), ["sts get-caller-identity"]);
            assert!(aws.left().is_empty(), "{:?}", aws.left());
        }
    }
}

/// The script checks the sign-in at the start, for the file, and after each round of commands.
#[test]
fn a_sign_in_that_ends_half_way_keeps_what_was_read() {
    let branches = r#""sts get-caller-identity") if [ "$(grep -c "^sts" "$LOG")" -gt 2 ]; then echo 'Token has expired' >&2; exit 255; fi
    printf '{\n    "Account": "123456789012"\n}\n' ;;
"#;
    let aws = Fake::that(branches);
    let ran = aws.run(Locale::En, &[]);
    assert_eq!(ran.status, Some(1));
    assert!(ran.err.contains("Token has expired") && ran.err.contains("It ends early"), "{}", ran.err);
    assert_eq!(aws.left(), [ran.file()]);
    let commands = ran.commands();
    assert!(commands.contains(&"iam list-users".to_owned()));
    assert!(!aws.calls().contains(&"iam list-access-keys".to_owned()), "the second round is not begun");
}
