//! What number do these digits write: 1,000 · 1 000 · 1.357 · .08 · 2½ · 1e10.

/// A number in digits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Numeral {
    pub(super) value: f64,
    /// The worth of the last digit: 0.01 in "1.20", 1 in "1,200"; zero where no digit is the last, as in "½".
    pub(super) grain: f64,
    /// The other way to read the digits: "1.357" may be a European thousand.
    pub(super) other: Option<f64>,
    /// How it is written.
    pub(super) form: Form,
    /// Digits before the point.
    pub(super) width: u8,
}

/// How a numeral is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Digits only: it may be a year or a house number.
    Digits,
    /// Digits only, the first of several a zero.
    Zeros,
    /// With thousands parted, a point, a fraction or a power: it can only be a number.
    Number,
    /// 10.0.0.1, or more digits than any count has: it can only be a label.
    Series,
}

/// Words after which a blank never parts thousands: "May 4 200 men".
#[rustfmt::skip]
pub(super) const NEVER_GROUPED: &[&str] = &[
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov",
    "dec", "no", "nos", "number", "page", "room", "article", "resolution", "group", "flight",
];

/// More digits than this no longer fit a float exactly.
const MOST_DIGITS: usize = 15;

/// More pairs than this ("12,34,56,…") are a list, whatever follows.
const MOST_PAIRS: usize = 6;

/// Reads the numeral that starts at byte `at`, and the byte after it. `blanks`: whether a blank may part thousands.
pub(super) fn scan(text: &str, at: usize, blanks: bool) -> Option<(Numeral, usize)> {
    if let Some((value, len)) = vulgar(text, at) {
        return Some((fraction(value), at + len));
    }
    let whole_end = run(text, at);
    let width = whole_end - at;
    let point_end = decimals(text, whole_end);
    if width == 0 && point_end.is_none() {
        return None;
    }
    if let Some(found) = series(text, at, whole_end) {
        return Some(found);
    }
    let grouped_end = if width == 0 { whole_end } else { grouped(text, at, whole_end, blanks) };
    let point_end = if grouped_end == whole_end { point_end } else { decimals(text, grouped_end) };
    let end = point_end.unwrap_or(grouped_end + decimal_comma(text, grouped_end));
    let numeral = build(text.get(at..end)?, text.get(at..grouped_end)?, width)?;
    Some(tail(text, end, numeral))
}

/// Puts the digits of `all`, of which `whole` stand before the point, into a number.
fn build(all: &str, whole: &str, width: usize) -> Option<Numeral> {
    let digits: String = clean(all, whole.len());
    let value = digits.parse().ok().filter(|value: &f64| value.is_finite()).unwrap_or_default();
    let places = digits.len() - digits.find('.').map_or(digits.len(), |point| point + 1);
    let plain = all.len() == width;
    let zeros = plain && width > 1 && all.starts_with('0');
    let form = match (plain, zeros) {
        _ if digits.len() > MOST_DIGITS + 1 => Form::Series,
        (_, true) => Form::Zeros,
        (true, _) => Form::Digits,
        (false, _) => Form::Number,
    };
    let european = places == 3 && whole.len() == width && (1..=3).contains(&width) && !all.starts_with('0');
    let other = european.then_some(value * 1000.0);
    let width = u8::try_from(width).unwrap_or(u8::MAX);
    Some(Numeral { value, grain: ten_to_minus(places), other, form, width })
}

/// The digits without what parts thousands, and a plain point.
fn clean(all: &str, whole: usize) -> String {
    let mut digits = String::with_capacity(all.len());
    for (i, c) in all.char_indices() {
        if c.is_ascii_digit() {
            digits.push(c);
        } else if i >= whole && !digits.contains('.') {
            digits.push('.');
        }
    }
    digits
}

/// One over ten to the power of `places`, exactly rounded.
pub(super) fn ten_to_minus(places: usize) -> f64 {
    const POWERS: [f64; 16] =
        [1e0, 1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-11, 1e-12, 1e-13, 1e-14, 1e-15];
    POWERS.get(places).copied().unwrap_or(1e-16)
}

/// The byte after the digits that start at `at`.
fn run(text: &str, at: usize) -> usize {
    let rest = text.as_bytes().get(at..).unwrap_or_default();
    at + rest.iter().take_while(|byte| byte.is_ascii_digit()).count()
}

/// The byte after a point and digits at `at`; wire copy in tokens writes " . " for the point.
fn decimals(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let len = [".", " . "].iter().find(|point| rest.starts_with(**point))?.len();
    let end = run(text, at + len);
    let spelled = len == 1 || text.get(..at)?.ends_with(|c: char| c.is_ascii_digit());
    (end > at + len && spelled).then_some(end)
}

/// The byte after groups of three digits (or India's of two) that follow the digits from `at` to `whole`.
fn grouped(text: &str, at: usize, whole: usize, blanks: bool) -> usize {
    let Some(mark) = text.get(whole..).and_then(|rest| rest.chars().next()) else { return whole };
    let parts = matches!(mark, ',' | '\'' | '’' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{2007}')
        || (mark == ' ' && blanks && !text.get(at..).unwrap_or_default().starts_with('0'));
    if !parts || whole - at > 3 {
        return whole;
    }
    let mut end = whole;
    let mut pairs = 0;
    while text.get(end..).is_some_and(|rest| rest.starts_with(mark)) {
        let from = end + mark.len_utf8();
        match run(text, from) - from {
            3 => end = from + 3,
            2 if mark == ',' && pairs < MOST_PAIRS && end == whole + 3 * pairs => {
                (end, pairs) = (from + 2, pairs + 1);
            }
            _ => break,
        }
    }
    // Pairs without a closing group of three are a list: "12,34".
    let closed = end > whole + 3 * pairs;
    if closed { end } else { whole }
}

/// The length of a decimal comma and its digits at `at`, where a magnitude or a percent sign proves it: "3,5 million".
fn decimal_comma(text: &str, at: usize) -> usize {
    const PROOFS: [&str; 9] =
        ["%", "million", "billion", "trillion", "percent", "per cent", "bn", "m ", "km"];
    let Some(rest) = text.get(at..).filter(|rest| rest.starts_with(',')) else { return 0 };
    let len = run(rest, 1);
    let after = rest.get(len..).unwrap_or_default();
    let after = after.strip_prefix(|c: char| c.is_whitespace()).unwrap_or(after);
    let proven = PROOFS.iter().any(|proof| after.starts_with(proof));
    if (2..=3).contains(&len) && proven { len } else { 0 }
}

/// Digits and points that are no decimal: a European million "1.234.567", or a label such as "10.0.0.1".
fn series(text: &str, at: usize, whole: usize) -> Option<(Numeral, usize)> {
    let (mut end, mut points, mut thousands) = (whole, 0, (1..=3).contains(&(whole - at)));
    while text.get(end..)?.starts_with('.') && run(text, end + 1) > end + 1 {
        let next = run(text, end + 1);
        thousands &= next - end == 4;
        (end, points) = (next, points + 1);
    }
    if points < 2 {
        return (points == 1 && thousands).then(|| european(text, at, end)).flatten();
    }
    let digits: String = text.get(at..end)?.chars().filter(char::is_ascii_digit).collect();
    let fits = thousands && digits.len() <= MOST_DIGITS;
    let value = if fits { digits.parse().ok()? } else { text.get(at..whole)?.parse().unwrap_or_default() };
    let form = if fits { Form::Number } else { Form::Series };
    Some((Numeral { value, grain: 1.0, other: None, form, width: 0 }, end))
}

/// "1.234,56": a thousand written the European way, proved by its decimal comma.
fn european(text: &str, at: usize, end: usize) -> Option<(Numeral, usize)> {
    text.get(end..)?.starts_with(',').then_some(())?;
    let last = run(text, end + 1);
    (2..=3).contains(&(last - end)).then_some(())?;
    let digits = text.get(at..last)?.replace('.', "").replace(',', ".");
    let value = digits.parse().ok()?;
    let grain = ten_to_minus(last - end - 1);
    Some((Numeral { value, grain, other: None, form: Form::Number, width: 0 }, last))
}

/// What may follow the digits: a fraction sign ("2½") or a power of ten ("1e10").
fn tail(text: &str, end: usize, numeral: Numeral) -> (Numeral, usize) {
    if let Some((part, len)) = vulgar(text, end) {
        return (Numeral { value: numeral.value + part, ..fraction(part) }, end + len);
    }
    let Some((power, len)) = exponent(text, end).or_else(|| power_of_ten(text, end, &numeral)) else {
        return (numeral, end);
    };
    let scale = 10f64.powi(power);
    let (value, grain) = (numeral.value * scale, numeral.grain * scale);
    if !value.is_finite() {
        return (numeral, end);
    }
    (Numeral { value, grain, other: None, form: Form::Number, width: 0 }, end + len)
}

fn exponent(text: &str, at: usize) -> Option<(i32, usize)> {
    let rest = text.get(at..)?.strip_prefix(['e', 'E'])?;
    let sign = rest.strip_prefix(['+', '-']);
    let digits = sign.unwrap_or(rest);
    let len = run(digits, 0);
    let power: i32 = digits.get(..len)?.parse().ok().filter(|power| *power <= 30)?;
    let ends = !digits.get(len..)?.starts_with(char::is_alphanumeric);
    let power = if rest.starts_with('-') { -power } else { power };
    ends.then_some((power, 1 + usize::from(sign.is_some()) + len))
}

/// "10^6", "10⁶", "3 × 10^6": how many more tens than the digits say, and the length of what says so.
fn power_of_ten(text: &str, at: usize, numeral: &Numeral) -> Option<(i32, usize)> {
    let rest = text.get(at..)?;
    let ten = (numeral.value - 10.0).abs() < f64::EPSILON;
    if let Some((power, len)) = raised(rest).filter(|_| ten) {
        return Some((power - 1, len));
    }
    let times = rest.trim_start_matches(' ').strip_prefix(['×', 'x', '·'])?;
    let base = times.trim_start_matches(' ').strip_prefix("10")?;
    let (power, len) = raised(base)?;
    Some((power, rest.len() - base.len() + len))
}

/// The power that `rest` begins with, "^6" or "⁶", and its length.
fn raised(rest: &str) -> Option<(i32, usize)> {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let (sign, digits) = match rest.strip_prefix('^') {
        Some(rest) => (rest.starts_with(['-', '−']), rest.strip_prefix(['-', '−']).unwrap_or(rest)),
        None => (rest.starts_with('⁻'), rest.strip_prefix('⁻').unwrap_or(rest)),
    };
    let digit = |c: char| match rest.starts_with('^') {
        true => c.to_digit(10),
        false => RAISED.iter().position(|one| *one == c).and_then(|place| u32::try_from(place).ok()),
    };
    let said: String =
        digits.chars().map_while(digit).take(3).filter_map(|one| char::from_digit(one, 10)).collect();
    let len: usize = digits.chars().take(said.len()).map(char::len_utf8).sum();
    let power: i32 = said.parse().ok().filter(|power| *power <= 30)?;
    let ends = !digits.get(len..)?.starts_with(char::is_alphanumeric);
    ends.then_some((if sign { -power } else { power }, rest.len() - digits.len() + len))
}

fn fraction(value: f64) -> Numeral {
    Numeral { value, grain: 0.0, other: None, form: Form::Number, width: 0 }
}

/// The fraction sign at byte `at`, and its length.
fn vulgar(text: &str, at: usize) -> Option<(f64, usize)> {
    let c = text.get(at..)?.chars().next()?;
    let (top, bottom) = match c {
        '½' => (1, 2),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅕' => (1, 5),
        '⅖' => (2, 5),
        '⅗' => (3, 5),
        '⅘' => (4, 5),
        '⅙' => (1, 6),
        '⅚' => (5, 6),
        '⅐' => (1, 7),
        '⅛' => (1, 8),
        '⅜' => (3, 8),
        '⅝' => (5, 8),
        '⅞' => (7, 8),
        '⅑' => (1, 9),
        '⅒' => (1, 10),
        _ => return None,
    };
    Some((f64::from(top) / f64::from(bottom), c.len_utf8()))
}
