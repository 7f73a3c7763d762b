//! Runs every test at its short size, stage by stage, and prints one line with the counts at the end.

use crate::run::{cargo, core_tests, program, run, step};
use crate::{build, check, host_files, serve, sizes, tools};
use anyhow::{Context as _, Result};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

/// The counts of the tests so far.
#[derive(Default)]
struct Tally {
    passed: u64,
    failed: u64,
    skipped: Vec<String>,
}

impl Tally {
    /// Counts a stage as one test.
    fn stage(&mut self, name: &str, result: Result<()>) {
        match result {
            Ok(()) => self.passed += 1,
            Err(error) => {
                eprintln!("FAILED: {name}: {error:#}");
                self.failed += 1;
            }
        }
    }

    fn skip(&mut self, name: &str, reason: &str) {
        self.skipped.push(format!("{name}: {reason}"));
    }

    /// Adds the counts in the result lines of cargo's test runner. wasm-bindgen's runner prints the same format.
    fn read_libtest(&mut self, output: &str) {
        for line in output.lines().filter(|line| line.starts_with("test result:")) {
            let count = |word: &str| {
                let number = line.split([';', '.']).find(|part| part.trim_end().ends_with(word));
                number.and_then(|part| part.split_whitespace().find_map(|word| word.parse::<u64>().ok())).unwrap_or(0)
            };
            self.passed += count("passed");
            self.failed += count("failed");
        }
    }
}

/// Runs all tests. `only` limits the end-to-end tests to titles that match.
pub(crate) fn all(only: Option<&str>) -> Result<ExitCode> {
    let mut tally = Tally::default();
    tally.stage("format and lints", check::lints());
    match tools::host_file_checkers() {
        Ok(programs) => tally.stage("workflows, forms and the container recipe", host_files::check(&programs)),
        Err(error) => tally.skip("workflows, forms and the container recipe", &format!("{error:#}")),
    }
    if let Err(error) = tools::shellcheck() {
        tally.skip("the collector script by shellcheck", &format!("{error:#}"));
    }
    tools::trunk()?;
    // In parallel with the tests of the core, which saves minutes: both use only one processor.
    let release = std::thread::spawn(build::release);
    step("tests of the core and of xtask (four minutes from nothing, a minute when warm)", || {
        libtest(&mut tally, core_tests().arg("--quiet"))
    })?;
    check::print_review_dates()?;
    oracles(&mut tally)?;
    commands(&mut tally)?;
    let has_accounts = accounts(&mut tally)?;
    browser_tests(&mut tally)?;
    tally.stage("release build", release.join().unwrap_or_else(|_| anyhow::bail!("the build thread panicked")));
    tally.stage("sizes of the release build", sizes::check());
    end_to_end(&mut tally, only, has_accounts)?;

    for skipped in &tally.skipped {
        eprintln!("SKIPPED: {skipped}");
    }
    let skipped = if tally.skipped.is_empty() { String::new() } else { format!(", {} skipped", tally.skipped.len()) };
    println!("{} passed, {} failed{skipped}", tally.passed, tally.failed);
    // In CI, a skipped test is a failure.
    let too_few = std::env::var_os("CI").is_some() && !tally.skipped.is_empty();
    Ok(if tally.failed > 0 || too_few { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// Runs a libtest program, shows its output and counts its tests.
fn libtest(tally: &mut Tally, command: &mut Command) -> Result<()> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::inherit()).output()?;
    let text = String::from_utf8_lossy(&output.stdout);
    eprint!("{text}");
    let before = tally.failed;
    tally.read_libtest(&text);
    if !output.status.success() && tally.failed == before {
        tally.failed += 1;
    }
    Ok(())
}

/// Compares trials with other evaluators, and what the native program prints with the schemas of its formats.
fn oracles(tally: &mut Tally) -> Result<()> {
    let mut command = match oracles_command() {
        Ok(command) => command,
        Err(error) => {
            tally.skip("trials beside other evaluators", &format!("{error:#}"));
            return Ok(());
        }
    };
    step(
        "event patterns, policies and ranges beside other evaluators, SARIF and OCSF by their schemas (half a minute)",
        || libtest(tally, &mut command),
    )
}

/// The comparison with other evaluators, with many cases.
pub(crate) fn many_oracles() -> Result<()> {
    step("300,000 event patterns, policies and ranges beside other evaluators (six minutes)", || {
        run(oracles_command()?.env("ORACLE_CASES", "300000"))
    })
}

fn oracles_command() -> Result<Command> {
    let python = tools::oracle_python()?;
    tools::oracle_packages()?;
    let mut command = core_tests();
    command
        .args(["--quiet", "--test", "oracles", "--test", "published_schemas", "--", "--ignored"])
        .env("ORACLE_PYTHON", python);
    Ok(command)
}

/// Runs the catalogue's commands through the parser of the real AWS CLI, and in a simulated account.
fn commands(tally: &mut Tally) -> Result<()> {
    let (aws, moto) = match tools::aws_python().and_then(|aws| Ok((aws, tools::moto_server()?))) {
        Ok(tools) => tools,
        Err(error) => {
            tally.skip("commands against the AWS CLI and the simulator", &format!("{error:#}"));
            return Ok(());
        }
    };
    if let Err(error) = tools::git_secrets() {
        tally.skip("git-secrets refuses a commit with a key", &format!("{error:#}"));
    }
    let aws2 = tools::aws2_python();
    if let Err(error) = &aws2 {
        tally.skip("the collector script with the AWS CLI version 2", &format!("{error:#}"));
    }
    step(
        "the catalogue's commands and the collector script against the real AWS CLI and a simulated AWS (two minutes)",
        || {
            let tests = ["--test", "commands", "--test", "simulator", "--test", "collector", "--test", "evidence"];
            let mut command = core_tests();
            command
                .arg("--quiet")
                .args(tests)
                .args(["--", "--ignored"])
                .env("AWS_PYTHON", aws)
                .env("MOTO_SERVER", moto);
            if let Ok(aws2) = aws2 {
                command.env("AWS2_PYTHON", aws2);
            }
            if which::which("git-secrets").is_err() {
                command.args(["--skip", "refuses_a_commit"]);
            }
            libtest(tally, &mut command)
        },
    )
}

/// Compares the verdicts in two simulated accounts with those of the real Prowler. False if Prowler cannot be run.
fn accounts(tally: &mut Tally) -> Result<bool> {
    let mut command = match accounts_command() {
        Ok(command) => command,
        Err(error) => {
            tally.skip("simulated accounts and the real Prowler", &format!("{error:#}"));
            return Ok(false);
        }
    };
    step("verdicts in two simulated accounts, beside the real Prowler's (two minutes)", || {
        libtest(tally, &mut command)
    })?;
    Ok(true)
}

/// The same in all simulated accounts, with all of Prowler's checks, and then the same verdicts in the browser.
pub(crate) fn all_accounts() -> Result<()> {
    step("verdicts in all simulated accounts, beside the real Prowler's (half an hour)", || {
        run(accounts_command()?.env("GUARD_NAVI_SOAK", "1"))
    })?;
    let folder = tools::npm_packages()?;
    step("the same verdicts in the browser (two minutes)", || {
        run(playwright(&folder, tools::browser)?
            .args(["--grep", "account: ", "--reporter", "line"])
            .env("ACCOUNTS", account_outputs()))
    })
}

/// The folder of the output that `tests/accounts` collects.
fn account_outputs() -> PathBuf {
    crate::checkout::root().join("target/tmp/accounts")
}

pub(crate) fn accounts_command() -> Result<Command> {
    let (aws, moto, prowler) = (tools::aws_python()?, tools::moto_server()?, tools::prowler()?);
    let mut command = core_tests();
    command
        .args(["--quiet", "--test", "accounts", "--", "--ignored"])
        .env("AWS_PYTHON", aws)
        .env("MOTO_SERVER", moto)
        .env("PROWLER", prowler);
    Ok(command)
}

/// Runs `tests/web.rs`, the tests of `src/browser/` that need a browser.
fn browser_tests(tally: &mut Tally) -> Result<()> {
    let npm = tools::npm_packages()?;
    let browser = tools::browser(&npm)?;
    let (Some(driver), Some(_)) = (tools::chromedriver()?, browser) else {
        tally.skip("tests/web.rs", "there is no chromedriver beside the browser");
        return Ok(());
    };
    let runner = tools::wasm_bindgen()?.with_file_name("wasm-bindgen-test-runner");
    step("tests in the browser (two minutes from nothing)", || {
        libtest(
            tally,
            cargo()
                // The dev profile, since compiling these few small tests takes longer than running them.
                .args(["test", "--profile", "dev", "--target", "wasm32-unknown-unknown", "--test", "web"])
                .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner)
                .env("CHROMEDRIVER", driver),
        )
    })
}

/// Runs the end-to-end tests on the release build; `has_accounts` if the outputs of the simulated accounts exist.
fn end_to_end(tally: &mut Tally, only: Option<&str>, has_accounts: bool) -> Result<()> {
    let folder = tools::npm_packages()?;
    tools::japanese_fonts()?;
    let report = crate::checkout::root().join("target/e2e.json");
    step("end-to-end tests in the browser (four minutes)", || {
        let mut playwright = playwright(&folder, tools::headless_browser)?;
        playwright.env("PLAYWRIGHT_JSON_OUTPUT_NAME", &report);
        if let Some(firefox) = tools::firefox()? {
            playwright.env("FIREFOX", firefox);
        }
        if let Some((driver, browser)) = tools::webkit()? {
            playwright.env("WEBKIT_DRIVER", driver).env("WEBKIT_BROWSER", browser);
        }
        if has_accounts {
            playwright.env("ACCOUNTS", account_outputs());
        }
        if let Some(only) = only {
            playwright.args(["--grep", only]);
        }
        let _ = std::fs::remove_file(&report);
        // Failing tests are counted from the report. If the runner fails earlier, there is no report.
        let result = run(&mut playwright);
        read_playwright(tally, &report).or(result)
    })
}

/// The monkey test (random actions) with twenty thousand actions.
pub(crate) fn long_monkey() -> Result<()> {
    let folder = tools::npm_packages()?;
    step("random actions in two tabs, twenty thousand times (a quarter of an hour)", || {
        run(playwright(&folder, tools::browser)?.args(["monkey.spec.ts", "--reporter", "list"]).env("MONKEY", "20000"))
    })
}

/// Checks every page with axe in all eight combinations of language, theme and width, and every PDF in every language,
/// length and paper size.
pub(crate) fn full_matrix() -> Result<()> {
    build::release()?;
    let folder = tools::npm_packages()?;
    step("axe on every page in all eight combinations, every PDF in every paper size (seven minutes)", || {
        run(playwright(&folder, tools::browser)?
            .args(["--grep", "axe|printed: |prints: ", "--reporter", "line"])
            .env("FULL_MATRIX", "1"))
    })
}

/// A Playwright command for the built site, with the browser that `browser` returns, or else with Playwright's own. The
/// site is served in a subfolder, as on many hosts, so that absolute URLs fail.
fn playwright(folder: &Path, browser: fn(&Path) -> Result<Option<PathBuf>>) -> Result<Command> {
    let url = serve::in_background(&build::dist(), "/some/folder/")?;
    let mut playwright = program(which::which("npx").context("Node.js with npx is needed")?);
    playwright
        .args(["playwright", "test"])
        .current_dir(folder)
        .env("BASE_URL", url)
        .env("GUARD_NAVI", native_program()?);
    if let Some(browser) = browser(folder)? {
        playwright.env("CHROME", browser);
    }
    Ok(playwright)
}

/// The native program, as the tests of the core build it.
fn native_program() -> Result<PathBuf> {
    run(core_tests().args(["--quiet", "--no-run"]))?;
    let program = crate::checkout::root().join("target/debug/guard-navi");
    Ok(program.with_extension(std::env::consts::EXE_EXTENSION))
}

fn read_playwright(tally: &mut Tally, report: &Path) -> Result<()> {
    let report: Value = serde_json::from_slice(&std::fs::read(report)?)?;
    let count = |name: &str| report.pointer(&format!("/stats/{name}")).and_then(Value::as_u64).unwrap_or(0);
    tally.passed += count("expected");
    tally.failed += count("unexpected") + count("flaky");
    if count("expected") + count("unexpected") == 0 {
        tally.failed += 1;
    }
    if count("skipped") > 0 {
        tally.skip("end-to-end tests", &format!("{} of them", count("skipped")));
    }
    Ok(())
}
