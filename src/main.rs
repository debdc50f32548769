//! The command line: words in, exit code out.

use std::process::ExitCode;

fn main() -> ExitCode {
    factum::cli::run(std::env::args_os())
}
