//! How far is Cargo?

/// What Cargo's messages so far say of its progress, in one line: `compiling 120/348`.
pub(super) fn read(messages: &[u8]) -> Option<String> {
    // The newest word counts, and Cargo's lines are short.
    let tail = messages.get(messages.len().saturating_sub(4096)..).unwrap_or_default();
    let tail = String::from_utf8_lossy(tail);
    tail.rsplit(['\r', '\n']).find_map(of_line)
}

/// The lines of a failed build that say why: from the first error on, at most `most`.
pub(super) fn reasons(messages: &str, most: usize) -> Vec<String> {
    let lines: Vec<&str> =
        messages.split(['\r', '\n']).map(str::trim_end).filter(|line| says(line)).collect();
    let error = lines.iter().position(|line| line.starts_with("error"));
    let from = error.unwrap_or_else(|| lines.len().saturating_sub(most));
    lines.into_iter().skip(from).take(most).map(str::to_owned).collect()
}

fn of_line(line: &str) -> Option<String> {
    let line = line.trim_start();
    if line.starts_with("Finished") || line.starts_with("Installing /") {
        return Some("moving it into place".to_owned());
    }
    if line.starts_with("Updating") || line.starts_with("Download") {
        return Some("downloading".to_owned());
    }
    let (_, count) = line.strip_prefix("Building [")?.split_once("] ")?;
    let (done, rest) = count.split_once('/')?;
    let (total, _) = rest.split_once(':').unwrap_or((rest, ""));
    let (done, total): (u32, u32) = (done.parse().ok()?, total.trim().parse().ok()?);
    Some(format!("compiling {done}/{total}"))
}

/// Whether a line says more than what is being done.
fn says(line: &str) -> bool {
    const DOING: [&str; 7] =
        ["Compiling ", "Building ", "Downloaded ", "Downloading ", "Updating ", "Installing ", "Finished "];
    let words = line.trim_start();
    !words.is_empty() && !DOING.iter().any(|doing| words.starts_with(doing))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_count_is_the_progress() {
        let messages = "    Updating crates.io index\n   Compiling a v1\n    Building [=>   ] 3/348: a, b(build)   \r   \
                        Compiling b v1\n    Building [==>  ] 4/348: b";
        assert_eq!(read(messages.as_bytes()).unwrap(), "compiling 4/348");
        assert_eq!(read(b"    Updating crates.io index\n").unwrap(), "downloading");
        assert_eq!(
            read(b"    Building [=====> ] 12/13\r    Finished `release`").unwrap(),
            "moving it into place"
        );
        assert_eq!(read(b""), None);
        assert_eq!(read("\u{fffd}] 1/2: Building [ ] x/y:".as_bytes()), None);
    }

    #[test]
    fn the_reasons_start_at_the_first_error() {
        let messages = "  Downloaded a\n    Building [=> ] 1/3: a\rwarning: yanked\n   Compiling a\n\
                        error: no OpenSSL\n\n  caused by x\n";
        assert_eq!(reasons(messages, 10), ["error: no OpenSSL", "  caused by x"]);
        assert_eq!(reasons("one\ntwo\nthree", 2), ["two", "three"]);
    }
}
