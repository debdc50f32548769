//! What number does this word stand for.

/// The part that a word plays in a number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Numeric {
    /// zero to nine.
    Unit(f64),
    /// ten to nineteen.
    Teen(f64),
    /// twenty to ninety.
    Tens(f64),
    /// hundred.
    Hundred,
    /// thousand, million … and India's lakh and crore.
    Scale(f64),
    /// dozen, and score after a number.
    Group(f64),
    /// A place in an order, or the bottom of a fraction.
    Ordinal(f64, Plural),
    /// half.
    Half(Plural),
    /// quarter.
    Quarter(Plural),
}

/// Whether a word names one or several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Plural {
    /// third
    No,
    /// thirds
    Yes,
}

/// The longest word in the table.
const LONGEST: usize = 16;

/// What `word` means in a number, in any case.
pub(super) fn numeric(word: &str) -> Option<Numeric> {
    if word.len() < 2 || word.len() > LONGEST || !word.is_ascii() {
        return None;
    }
    let mut buffer = [0; LONGEST];
    let low = buffer.get_mut(..word.len())?;
    low.copy_from_slice(word.as_bytes());
    low.make_ascii_lowercase();
    let low = std::str::from_utf8(low).ok()?;
    cardinal(low).or_else(|| magnitude(low)).or_else(|| part(low))
}

/// Looks `word` up, in any case, among the plurals that hide a number: the least that they can mean.
pub(super) fn plural(word: &str) -> Option<f64> {
    const PLURALS: [(&str, f64); 8] = [
        ("dozens", 24.0),
        ("scores", 40.0),
        ("tens", 20.0),
        ("hundreds", 200.0),
        ("thousands", 2e3),
        ("millions", 2e6),
        ("billions", 2e9),
        ("trillions", 2e12),
    ];
    PLURALS.iter().find(|(plural, _)| plural.eq_ignore_ascii_case(word)).map(|(_, least)| *least)
}

/// The worth of an abbreviated magnitude after digits: "5k", "$2.3bn". "m" is not among them: it may be metres.
pub(super) fn abbreviation(word: &str) -> Option<f64> {
    const SHORT: [(&str, f64); 16] = [
        ("k", 1e3),
        ("thsd", 1e3),
        ("tsd", 1e3),
        ("mn", 1e6),
        ("mln", 1e6),
        ("mlns", 1e6),
        ("mio", 1e6),
        ("mil", 1e6),
        ("mill", 1e6),
        ("bn", 1e9),
        ("bln", 1e9),
        ("bil", 1e9),
        ("tn", 1e12),
        ("trn", 1e12),
        ("trln", 1e12),
        ("cr", 1e7),
    ];
    SHORT.iter().find(|(short, _)| short.eq_ignore_ascii_case(word)).map(|(_, worth)| *worth)
}

fn cardinal(low: &str) -> Option<Numeric> {
    const UNITS: [&str; 10] =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    #[rustfmt::skip]
    const TEENS: [&str; 10] = [
        "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    if let Some(unit) = place(&UNITS, low) {
        return Some(Numeric::Unit(unit));
    }
    if let Some(teen) = place(&TEENS, low) {
        return Some(Numeric::Teen(teen + 10.0));
    }
    if let Some(tens) = place(&TENS, low) {
        return Some(Numeric::Tens((tens + 2.0) * 10.0));
    }
    match low {
        "naught" | "nought" | "nil" => Some(Numeric::Unit(0.0)),
        "fourty" => Some(Numeric::Tens(40.0)),
        _ => None,
    }
}

fn magnitude(low: &str) -> Option<Numeric> {
    Some(match low {
        "hundred" => Numeric::Hundred,
        "thousand" => Numeric::Scale(1e3),
        "lakh" | "lakhs" | "lac" => Numeric::Scale(1e5),
        "million" => Numeric::Scale(1e6),
        "crore" | "crores" => Numeric::Scale(1e7),
        "billion" => Numeric::Scale(1e9),
        "trillion" => Numeric::Scale(1e12),
        "quadrillion" => Numeric::Scale(1e15),
        "dozen" | "doz" | "dz" | "dzs" => Numeric::Group(12.0),
        "score" | "scores" => Numeric::Group(20.0),
        _ => return None,
    })
}

/// Ordinals, which are fractions' bottoms too.
fn part(low: &str) -> Option<Numeric> {
    match low {
        "half" => return Some(Numeric::Half(Plural::No)),
        "halves" => return Some(Numeric::Half(Plural::Yes)),
        "quarter" => return Some(Numeric::Quarter(Plural::No)),
        "quarters" => return Some(Numeric::Quarter(Plural::Yes)),
        _ => {}
    }
    let (single, plural) = match low.strip_suffix('s') {
        Some(single) => (single, Plural::Yes),
        None => (low, Plural::No),
    };
    ordinal(single).map(|value| Numeric::Ordinal(value, plural))
}

fn ordinal(single: &str) -> Option<f64> {
    #[rustfmt::skip]
    const LOW: [&str; 20] = [
        "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
        "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
        "eighteenth", "nineteenth",
    ];
    #[rustfmt::skip]
    const TENS: [&str; 8] = [
        "twentieth", "thirtieth", "fortieth", "fiftieth", "sixtieth", "seventieth", "eightieth",
        "ninetieth",
    ];
    const GREAT: [(&str, f64); 5] = [
        ("hundredth", 1e2),
        ("thousandth", 1e3),
        ("millionth", 1e6),
        ("billionth", 1e9),
        ("trillionth", 1e12),
    ];
    place(&LOW, single)
        .or_else(|| place(&TENS, single).map(|tens| (tens + 2.0) * 10.0))
        .or_else(|| GREAT.iter().find(|(word, _)| *word == single).map(|(_, value)| *value))
}

/// Where `word` stands in `row`, as a number.
fn place(row: &[&str], word: &str) -> Option<f64> {
    let at = row.iter().position(|one| *one == word)?;
    u32::try_from(at).ok().map(f64::from)
}
