//! Findings one to a line, for `grep` and editors.

use super::sheet::Sheet;
use super::{HELP, MESSAGE, printable};

/// `facts.yaml:14:25: error[quote-not-found]: message (help: what to write)`, a line each.
pub(super) fn write(sheet: &Sheet<'_>) -> String {
    sheet.until_full(|finding| {
        let message = printable::line(&finding.message, MESSAGE);
        let help = match printable::line(&finding.help, HELP) {
            help if help.is_empty() => help,
            help => format!(" (help: {help})"),
        };
        let address = sheet.address(&finding.at);
        format!("{address}: {}[{}]: {message}{help}\n", finding.severity.word(), finding.check)
    })
}
