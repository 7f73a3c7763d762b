//! Every command that the product shows, with where it stands: tests of commands begin here.

use guard_navi::content::catalogue::{self, Command};
use guard_navi::content::{runbook, ways_to_collect};

/// Of the controls (check, then fix), the runbook, "too many notifications" and the ways to collect evidence.
pub fn every_command() -> impl Iterator<Item = (&'static str, &'static Command)> {
    let controls = catalogue::details()
        .flat_map(|details| details.check.cli.iter().chain(details.fix.cli).map(|command| (details.id, command)));
    let steps = runbook::STEPS.iter().flat_map(|step| step.commands.iter().map(|command| (step.id, command)));
    let ways = ways_to_collect::WAYS.iter().flat_map(|way| way.commands).map(|command| ("evidence", command));
    let noise = runbook::TOO_MANY.iter().flat_map(|advice| advice.commands).map(|command| ("too-many", command));
    controls.chain(steps).chain(ways).chain(noise)
}
