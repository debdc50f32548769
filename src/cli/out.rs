//! How words reach the terminal: a closed pipe is no error, nothing unprintable goes out raw.

use std::io::{ErrorKind, IsTerminal, Write};

use super::{Global, UNREADABLE};
use crate::render::TemplateTrouble;
use crate::report::{self, Look};

/// Prints to standard output.
pub(super) fn answer(text: &str) {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => {}
        // The reader may have left (`| head`): nobody is there to be told.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => {}
        Err(error) => {
            trouble(
                &format!("standard output cannot be written: {error}"),
                "make room where it goes, and run it again",
            );
            std::process::exit(i32::from(UNREADABLE));
        }
    }
}

/// Prints a text for people to standard output, with everything that a terminal could act on written out.
pub(super) fn plain(text: &str) {
    answer(&printable(text));
}

/// Prints to standard error.
pub(super) fn say(text: &str) {
    let mut out = std::io::stderr().lock();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}

/// Prints what stopped the program, and what to do about it.
pub(super) fn trouble(message: &str, help: &str) {
    say(&troubled(message, help));
}

/// What stopped the program, and what to do about it, as it is printed.
pub(super) fn troubled(message: &str, help: &str) -> String {
    let message = printable(message);
    if help.is_empty() {
        format!("error: {message}\n")
    } else {
        format!("error: {message}\n  help: {}\n", printable(help))
    }
}

/// Prints what is wrong with a template to standard error.
pub(super) fn template(global: &Global, trouble: &TemplateTrouble) {
    say(&report::pictures(&trouble.findings, &trouble.files, look(global, true)));
}

/// How messages look on this terminal.
pub(super) fn look(global: &Global, to_stderr: bool) -> Look {
    let terminal = if to_stderr { std::io::stderr().is_terminal() } else { std::io::stdout().is_terminal() };
    let colour = match global.color.as_str() {
        "always" => true,
        "never" => false,
        _ => terminal && std::env::var_os("NO_COLOR").is_none(),
    };
    let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    Look { colour, width: columns.filter(|_| terminal).unwrap_or(120) }
}

/// `text` with everything that a terminal could act on written as `\u{…}`.
pub(super) fn printable(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        let acts = character.is_control() && character != '\n'
            || matches!(character, '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        if acts {
            safe.push_str(&character.escape_unicode().to_string());
        } else {
            safe.push(character);
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::printable;

    #[test]
    fn what_a_terminal_could_act_on_is_written_out() {
        assert_eq!(printable("a\u{1b}[31m\u{202e}b\nc"), "a\\u{1b}[31m\\u{202e}b\nc");
    }
}
