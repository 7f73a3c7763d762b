//! Calls that are made once per Region: a missing Region is a doubt.

use super::VerdictBuilder;
use super::words::{NO_REGION, NO_REGION_LIST, PART_OF_REGIONS, file_name, say};
use crate::evidence::calls;
use crate::evidence::facts::Output;
use std::collections::BTreeSet;

/// How many missing Regions are listed by name.
const NAMED: usize = 5;

impl<'a> VerdictBuilder<'a> {
    /// Passes each output of a regional call to `judge_output` with the name of its Region, and adds a doubt for
    /// missing Regions. Errors are passed as well, since they may be an answer; they are read with
    /// [`VerdictBuilder::json`]. Adds nothing without an output of the call.
    pub fn in_regions(&mut self, call: &'static str, mut judge_output: impl FnMut(&mut Self, &'a Output, &str)) {
        let facts = self.facts;
        let mut seen: Vec<&str> = Vec::new();
        let mut closed: Vec<&Output> = Vec::new();
        let mut has_nameless = false;
        let mut is_given = false;
        for output in facts.outputs(call) {
            is_given = true;
            if self.is_elsewhere(output) {
                continue;
            }
            if let Some(region) = output.region.as_deref().filter(|region| self.is_closed(region)) {
                seen.push(region);
                closed.push(output);
                continue;
            }
            match output.region.as_deref() {
                Some(region) => seen.push(region),
                None => has_nameless = true,
            }
            judge_output(self, output, output.region.as_deref().unwrap_or(NO_REGION));
        }
        self.note_closed_regions(&closed, closed.len() == facts.outputs(call).count());
        if !is_given {
            return;
        }
        if has_nameless {
            self.missing(say(
                format!("{call} の出力に、どのリージョンのものか分からないものがあります。対策のページで、実行したコマンドの下に貼り付けるか、ファイル名にリージョンを入れてください(例: {}_us-east-1.json)。", file_name(call)),
                format!("It is not clear which Region some output of {call} is of. Paste it under its command on the control's page, or put the Region into the file's name ({}_us-east-1.json).", file_name(call)),
            ));
        }
        self.cover(call, &seen);
    }

    /// Regions closed by a service control policy count as covered; if all of them are closed, the refusal is a doubt.
    fn note_closed_regions(&mut self, closed: &[&'a Output], are_all: bool) {
        if are_all {
            for output in closed.iter().take(1) {
                self.json(output);
            }
        }
        let names: BTreeSet<&str> = closed.iter().filter_map(|output| output.region.as_deref()).collect();
        if !names.is_empty() {
            let list = names.into_iter().collect::<Vec<_>>().join(", ");
            self.warn(say(
                format!("サービスコントロールポリシー(SCP)で閉じられているリージョン: {list}"),
                format!("Regions that a service control policy (SCP) closes: {list}"),
            ));
        }
    }

    /// Whether a service control policy closes a Region.
    pub fn is_closed(&self, region: &str) -> bool {
        self.closed.contains(region)
    }

    /// Whether an output comes from another Region than the one it was submitted for; adds a doubt if so.
    pub fn is_elsewhere(&mut self, output: &Output) -> bool {
        let own = output.value().and_then(|value| calls::place(calls::find(output.call)?, value));
        let (Some(own), Some(region)) = (own, output.region.as_deref()) else {
            return false;
        };
        if own == region {
            return false;
        }
        let call = output.call;
        self.doubt(
            &output.origin,
            say(
                format!("{call} の出力は {region} のものとして渡されましたが、中身は {own} のものです。"),
                format!("The output of {call} was handed over for {region}, but it is of {own}."),
            ),
        );
        true
    }

    /// Records the Regions that were checked, and adds a doubt for those that were not.
    pub fn cover(&mut self, source: &str, seen: &[&str]) {
        let facts = self.facts;
        let Some(enabled) = facts.enabled_regions(|output| self.is_recent(&output.origin)) else {
            self.remember(seen.iter().copied());
            let is_given = facts.region_lists().next().is_some();
            self.missing(if is_given { PART_OF_REGIONS } else { NO_REGION_LIST });
            return;
        };
        self.remember(seen.iter().copied().filter(|region| enabled.contains(region)));
        let missing: Vec<&str> = enabled.into_iter().filter(|region| !seen.contains(region)).collect();
        if !missing.is_empty() {
            let (named, rest) = (
                missing.iter().take(NAMED).copied().collect::<Vec<_>>().join(", "),
                missing.len().saturating_sub(NAMED),
            );
            let (more_ja, more_en) = match rest {
                0 => (String::new(), String::new()),
                rest => (format!("、ほか {rest} リージョン"), format!(" and {rest} more")),
            };
            self.missing(say(
                format!("{source} の結果がないリージョンがあります: {named}{more_ja}"),
                format!("There is no result of {source} for: {named}{more_en}"),
            ));
        }
    }

    fn remember<'r>(&mut self, regions: impl Iterator<Item = &'r str>) {
        self.regions.extend(regions.map(str::to_owned));
    }
}
