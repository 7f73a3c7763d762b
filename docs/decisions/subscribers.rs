//! Memory that leptos keeps for memos that are gone, and the cleanup that frees it; see `subscribers.md`.

use leptos::prelude::{ArcMemo, GetUntracked as _, Owner, RwSignal, Track as _};
use leptos::reactive::graph::{Subscriber as _, ToAnySubscriber as _};

/// KiB of memory that this process holds (Linux).
fn resident() -> Option<i64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    status.lines().find_map(|line| line.strip_prefix("VmRSS:")?.trim().split(' ').next()?.parse().ok())
}

fn main() {
    for clears_sources in [false, true] {
        let page = Owner::new();
        let signal = page.with(|| RwSignal::new(0));
        let before = resident();
        for _ in 0..500_000 {
            let part = page.child();
            part.with(|| {
                #[expect(clippy::disallowed_methods, reason = "shows what happens without src/browser/effects.rs")]
                let memo = ArcMemo::new(move |_| signal.track());
                memo.get_untracked();
                let subscriber = memo.to_any_subscriber();
                if clears_sources {
                    Owner::on_cleanup(move || subscriber.clear_sources(&subscriber));
                }
            });
            part.cleanup();
        }
        let more = before.zip(resident()).map(|(before, after)| after - before);
        println!("sources cleared: {clears_sources}; KiB more in use: {more:?}");
    }
}
