//! The tests with large numbers, which run outside CI.

use crate::run::{core_tests, run, step};
use crate::{reproduce, test, tools};
use anyhow::Result;

/// Formats that are damaged at random, in `tests/evidence/hostile.rs`.
const FORMATS: u64 = 9;

/// Runs them all. `cases` is the total number of damaged files.
pub(crate) fn all(cases: u64) -> Result<()> {
    let each = cases.div_ceil(FORMATS);
    step(&format!("{FORMATS} kinds of evidence, {each} damaged files of each (half an hour for ten million)"), || {
        run(core_tests()
            .args(["--test", "evidence", "--", "hostile", "--nocapture"])
            .env("GUARD_NAVI_CASES", each.to_string()))
    })?;
    test::many_oracles()?;
    step("the collector script in an account with 300 users (five minutes)", || {
        run(core_tests()
            .args(["--test", "collector", "--", "--ignored", "three_hundred"])
            .env("GUARD_NAVI_SOAK", "1")
            .env("AWS_PYTHON", tools::aws_python()?)
            .env("MOTO_SERVER", tools::moto_server()?))
    })?;
    reproduce::two_builds()?;
    // This builds the release, which the following steps need.
    test::full_matrix()?;
    test::long_monkey()?;
    tools::web_servers()?;
    step("nginx and Caddy with the files of docs/hosting/ (seconds)", || {
        run(core_tests().args(["--test", "hosting", "--", "--ignored"]))
    })?;
    test::all_accounts()
}
