//! The page: panic hook, mount.

use guard_navi::{browser, ui};

fn main() {
    std::panic::set_hook(Box::new(|info| {
        // The app is dead now: the shell in index.html says so and that the answers are kept. Not `{info}`:
        // formatting whatever a panic may carry costs a kilobyte that everybody would load.
        browser::dom::set_root("data-broken", "true");
        browser::dom::log(info.payload_as_str().unwrap_or("panic"));
    }));
    leptos::mount::mount_to_body(ui::App);
    browser::dom::remove("#boot");
}
