//! Every command that the product shows, with the id of its place. The tests of commands iterate over it.

use guard_navi::content::catalogue::{self, Command};
use guard_navi::content::{runbook, ways_to_collect};

/// Commands of the controls (check, then fix), the runbook, the ways to collect evidence and "too many notifications".
pub fn all_commands() -> impl Iterator<Item = (&'static str, &'static Command)> {
    let controls = catalogue::details()
        .flat_map(|details| details.check.cli.iter().chain(details.fix.cli).map(|command| (details.id, command)));
    let steps = runbook::STEPS.iter().flat_map(|step| step.commands.iter().map(|command| (step.id, command)));
    let ways = ways_to_collect::WAYS.iter().flat_map(|way| way.commands).map(|command| ("evidence", command));
    let noise = runbook::TOO_MANY.iter().flat_map(|advice| advice.commands).map(|command| ("too-many", command));
    controls.chain(steps).chain(ways).chain(noise)
}
