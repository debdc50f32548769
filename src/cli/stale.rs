//! In which lines does an output differ from what stands in `out/`?

use crate::disk::shown;

/// How many places of a file are shown at most.
const PLACES: usize = 3;

/// How many lines of each side are shown at a place at most.
const LINES: usize = 4;

/// How far apart the two may run before they count as meeting no more.
const WINDOW: usize = 200;

/// How many characters of a line are shown, and how many of them before the first that differs.
const WIDTH: usize = 120;
const BEFORE: usize = 40;

/// The first places at which `new` differs from `old`, a line each: `-` for what goes, `+` for what comes. Bytes that
/// are no text are counted.
pub(super) fn difference(old: &[u8], new: &[u8]) -> String {
    let (Some(old_text), Some(new_text)) = (text(old), text(new)) else {
        return format!("  it has {} bytes, and {} would be written\n", old.len(), new.len());
    };
    let sides = Sides { old: old_text.lines().collect(), new: new_text.lines().collect() };
    let mut out = String::new();
    let mut at = sides.next((0, 0));
    for _ in 0..PLACES {
        let Some(from) = at else { return ended(&sides, old_text, new_text, out) };
        let to = sides.meet(from);
        out.push_str(&sides.place(from, to));
        at = sides.next(to);
    }
    if at.is_some() {
        out.push_str("  … and further on\n");
    }
    out
}

/// Where all lines are the same, the ends of the lines differ.
fn ended(sides: &Sides<'_>, old: &str, new: &str, out: String) -> String {
    let same = out.is_empty() && sides.old == sides.new && old != new;
    if same { "  only the ends of lines differ\n".to_owned() } else { out }
}

fn text(bytes: &[u8]) -> Option<&str> {
    std::str::from_utf8(bytes).ok().filter(|text| !text.contains('\0'))
}

/// The lines of the two, and a place in each as a pair of numbers from 0.
struct Sides<'t> {
    old: Vec<&'t str>,
    new: Vec<&'t str>,
}

impl Sides<'_> {
    /// The next lines that differ.
    fn next(&self, (old, new): (usize, usize)) -> Option<(usize, usize)> {
        let pairs = self.old.iter().skip(old).zip(self.new.iter().skip(new));
        let same = pairs.take_while(|(old, new)| old == new).count();
        let at = (old + same, new + same);
        (at.0 < self.old.len() || at.1 < self.new.len()).then_some(at)
    }

    /// Where the two meet again, the nearest such place; their ends if they do not meet soon.
    fn meet(&self, (old, new): (usize, usize)) -> (usize, usize) {
        for steps in 1..=WINDOW {
            for gone in 0..=steps {
                let at = (old + gone, new + steps - gone);
                let (Some(one), Some(other)) = (self.old.get(at.0), self.new.get(at.1)) else { continue };
                // An empty line stands everywhere, and shows nothing.
                if one == other && !one.trim().is_empty() {
                    return self.back((old, new), at);
                }
            }
        }
        (self.old.len(), self.new.len())
    }

    /// As early as the lines before `at` are the same, too.
    fn back(&self, from: (usize, usize), mut at: (usize, usize)) -> (usize, usize) {
        while at.0 > from.0 && at.1 > from.1 && self.old.get(at.0 - 1) == self.new.get(at.1 - 1) {
            at = (at.0 - 1, at.1 - 1);
        }
        at
    }

    fn place(&self, from: (usize, usize), to: (usize, usize)) -> String {
        let old = self.old.get(from.0..to.0).unwrap_or_default();
        let new = self.new.get(from.1..to.1).unwrap_or_default();
        format!("  line {}\n{}{}", from.1 + 1, side('-', old, new), side('+', new, old))
    }
}

/// The lines of one side; each is cut so that what the other side's does not have is seen.
fn side(mark: char, lines: &[&str], others: &[&str]) -> String {
    let mut out = String::new();
    for (nth, line) in lines.iter().take(LINES).enumerate() {
        let other = others.get(nth).copied().unwrap_or_default();
        let same = line.chars().zip(other.chars()).take_while(|(one, other)| one == other).count();
        out.push_str(&format!("  {mark} {}\n", cut(line, same)));
    }
    if lines.len() > LINES {
        out.push_str(&format!("  {mark} … {} lines more\n", lines.len() - LINES));
    }
    out
}

fn cut(line: &str, same: usize) -> String {
    let length = line.chars().count();
    let start = if length > WIDTH { same.saturating_sub(BEFORE).min(length) } else { 0 };
    let piece: String = line.chars().skip(start).take(WIDTH).collect();
    let (before, after) = (if start > 0 { "…" } else { "" }, if start + WIDTH < length { "…" } else { "" });
    format!("{before}{}{after}", shown(&piece))
}

#[cfg(test)]
mod tests {
    use super::difference;

    fn told(old: &str, new: &str) -> String {
        difference(old.as_bytes(), new.as_bytes())
    }

    #[test]
    fn a_changed_line_is_shown_with_its_number() {
        assert_eq!(told("a\nb\nc\n", "a\nB\nc\n"), "  line 2\n  - b\n  + B\n");
    }

    #[test]
    fn lines_that_come_or_go_do_not_shift_the_rest() {
        assert_eq!(
            told("a\nb\nc\nd\ne\n", "a\nx\ny\nb\nc\nD\ne\n"),
            "  line 2\n  + x\n  + y\n  line 6\n  - d\n  + D\n"
        );
        assert_eq!(told("a\nb\n", "a\n"), "  line 2\n  - b\n");
    }

    #[test]
    fn a_long_line_is_cut_to_where_it_differs() {
        let old = format!("{}one{}", "x".repeat(10_000), "y".repeat(10_000));
        let said = told(&old, &old.replace("one", "two"));
        assert!(
            said.len() < 500 && said.contains("xone") && said.contains("xtwo") && said.contains('…'),
            "{said}"
        );
    }

    #[test]
    fn much_is_bounded() {
        let (old, new): (String, String) =
            (0..50_000).map(|n| (format!("old {n}\n"), format!("new {n}\n"))).unzip();
        let said = told(&old, &new);
        assert!(said.len() < 4_000, "{said}");
        assert!(said.contains("lines more"), "{said}");
        let every_fifth = old.replace("0\n", "x\n");
        assert!(told(&old, &every_fifth).ends_with("  … and further on\n"));
    }

    #[test]
    fn what_is_no_text_is_counted() {
        assert_eq!(difference(b"a\0b", b"\xff"), "  it has 3 bytes, and 1 would be written\n");
        assert_eq!(told("a\r\nb\r\n", "a\nb\n"), "  only the ends of lines differ\n");
    }

    #[test]
    fn nothing_of_a_file_acts_on_the_terminal() {
        assert!(!told("a\n", "\u{1b}[31m\u{202e}\n").contains(['\u{1b}', '\u{202e}']));
    }
}
