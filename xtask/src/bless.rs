//! `cargo xtask bless`: regenerates the files that tests generate and otherwise only compare.

use crate::run::{core_tests, run, step};
use crate::test;
use anyhow::Result;

/// Regenerates `docs/proof.md` and `docs/baseline.md`; with `is_all` also `docs/agreement.md` and
/// `tests/accounts/bad.json`, which need the AWS CLI, moto, Prowler and half an hour. Review the diff before committing.
pub(crate) fn all(is_all: bool) -> Result<()> {
    step("docs/proof.md and docs/baseline.md (a minute)", || {
        run(core_tests().args(["--quiet", "--test", "accounts", "--test", "catalogue"]).env("GUARD_NAVI_WRITE", "1"))
    })?;
    if is_all {
        step("docs/agreement.md and tests/accounts/bad.json, by the real Prowler (half an hour)", || {
            run(test::accounts_command()?.env("GUARD_NAVI_WRITE", "1").env("GUARD_NAVI_SOAK", "1"))
        })?;
    }
    Ok(())
}
