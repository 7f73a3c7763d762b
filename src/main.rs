//! The first pages: all that a first visit loads.

use guard_navi::ui;

fn main() {
    ui::report_panics();
    ui::mount_first_pages();
}
