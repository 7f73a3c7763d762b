//! The page: panic hook, mount.

use guard_navi::{browser, ui};

fn main() {
    std::panic::set_hook(Box::new(|info| {
        // The app is dead now: the shell in index.html says so and that the answers are kept.
        browser::dom::set_root("data-broken", "true");
        leptos::logging::error!("{info}");
    }));
    leptos::mount::mount_to_body(ui::App);
    browser::dom::remove("#boot");
}
