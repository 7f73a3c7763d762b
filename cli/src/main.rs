//! The program `guard-navi`; what it does is in the library beside it.

use std::process::ExitCode;

fn main() -> ExitCode {
    guard_navi_cli::run(std::env::args_os().collect())
}
