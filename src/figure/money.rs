//! Which currency is named before or after a number.

use super::measure::{Dimension, Unit};
use super::token::Tokens;

/// The currency named right after a number: "euros", "Swiss francs", "U.S. dollars", "USD".
pub(super) fn after(t: &Tokens, i: usize) -> Option<(Unit, usize)> {
    // "1 $5": the sign belongs to the number that it touches.
    let of_the_next = |sign: usize| t.digits(sign + 1).is_some() && t.glued(sign + 1) && !t.glued(i);
    if let Some((name, nation)) = t.mark(i).and_then(symbol) {
        if of_the_next(i) {
            return None;
        }
        return Some((unit(name, nation, 1.0), i + 1));
    }
    if let Some((nation, len)) = nation_and_dollar(t, i).filter(|_| !of_the_next(i + 1)) {
        return Some((unit("dollar", nation, 1.0), i + len));
    }
    if t.word(i).is_empty() {
        return None;
    }
    let (nation, at) = nation(t, i);
    if let Some((name, own, factor)) = noun(t.word(at), t.glued(at)).filter(|_| at > i || sure(t, i)) {
        let nation = if nation.is_empty() { own } else { nation };
        let sterling = usize::from(t.is(at + 1, "sterling"));
        return Some((unit(name, nation, factor), at + 1 + sterling));
    }
    code(t.word(i)).map(|unit| (unit, i + 1))
}

/// The currency named right before the number at token `i`, and its first token: "$", "US$", "EUR", "Rs.".
pub(super) fn before(t: &Tokens, i: usize) -> Option<(Unit, usize)> {
    let last = i.checked_sub(1)?;
    if let Some((name, own)) = t.mark(last).and_then(symbol) {
        let (nation, start) = if name == "dollar" { nation_before(t, last) } else { (own, last) };
        return Some((unit(name, nation, 1.0), start));
    }
    if t.mark(last) == Some('.') && last > 0 && t.is(last - 1, "rs") {
        return Some((unit("rupee", "", 1.0), last - 1));
    }
    if t.word(last).is_empty() {
        return None;
    }
    if let Some(unit) = code(t.word(last)) {
        return Some((unit, last));
    }
    let (name, own, factor) =
        noun(t.word(last), false).filter(|_| !t.word(last).ends_with('s') || t.is(last, "rs"))?;
    (!t.is(last, "won") && !t.is(last, "real")).then_some((unit(name, own, factor), last))
}

/// Whether the word at token `i` can hardly be anything but a currency: "5 won" a match, "5,000 won" are money.
fn sure(t: &Tokens, i: usize) -> bool {
    let great = i.checked_sub(1).and_then(|last| t.digits(last)).is_some_and(|digits| digits.value >= 1000.0);
    !t.any(i, &["won", "real", "sum", "mark"]) || great
}

fn unit(name: &'static str, nation: &'static str, factor: f64) -> Unit {
    Unit { dimension: Dimension::Money, name, nation, factor }
}

fn symbol(c: char) -> Option<(&'static str, &'static str)> {
    Some(match c {
        '$' | '＄' => ("dollar", ""),
        '£' => ("pound", ""),
        '€' => ("euro", ""),
        '¥' | '￥' | '円' => ("yen", ""),
        '元' => ("yuan", ""),
        '₹' => ("rupee", ""),
        '₽' => ("rouble", ""),
        '₺' => ("lira", ""),
        '₪' => ("shekel", ""),
        '₴' => ("hryvnia", ""),
        '₩' => ("won", ""),
        '₸' => ("tenge", ""),
        '₦' => ("naira", ""),
        '₱' => ("peso", ""),
        '฿' => ("baht", ""),
        '₿' => ("bitcoin", ""),
        '₫' => ("dong", ""),
        '₭' => ("kip", ""),
        '₼' => ("manat", ""),
        '₾' => ("lari", ""),
        '؋' => ("afghani", ""),
        '¢' => ("cent", ""),
        _ => return None,
    })
}

/// "US$", "C $", "us dollars" written after the number; the nation and the tokens taken.
fn nation_and_dollar(t: &Tokens, i: usize) -> Option<(&'static str, usize)> {
    let nation = prefix(t.word(i)).filter(|_| t.mark(i + 1) == Some('$') && t.glued(i + 1))?;
    Some((nation, 2))
}

/// Whose dollar the "$" at token `at` is, and where its name starts.
fn nation_before(t: &Tokens, at: usize) -> (&'static str, usize) {
    if let Some(start) = t.phrase_before(at, "u . s .").or_else(|| t.phrase_before(at, "u . s")) {
        return ("us", start);
    }
    let Some(last) = at.checked_sub(1) else { return ("", at) };
    match prefix(t.word(last)) {
        Some(nation) if t.glued(at) || t.word(last).len() <= 3 => (nation, last),
        _ => ("", at),
    }
}

/// The letters that print before a dollar sign.
fn prefix(word: &str) -> Option<&'static str> {
    #[rustfmt::skip]
    const PREFIXES: [(&str, &str); 17] = [
        ("us", "us"), ("usd", "us"), ("c", "canada"), ("can", "canada"), ("ca", "canada"), ("cad", "canada"),
        ("cdn", "canada"), ("au", "australia"), ("aud", "australia"), ("aus", "australia"),
        ("nz", "new zealand"), ("nzd", "new zealand"), ("hk", "hong kong"), ("hkd", "hong kong"),
        ("mex", "mexico"), ("sgd", "singapore"), ("nt", "taiwan"),
    ];
    // "A$" and "S$" only in capitals: "a $40,000 car" is no Australian's.
    match word {
        "A" => Some("australia"),
        "S" => Some("singapore"),
        "R" => Some("brazil"),
        _ => PREFIXES.iter().find(|(short, _)| short.eq_ignore_ascii_case(word)).map(|(_, nation)| *nation),
    }
}

/// The nation that an adjective at token `i` names, and the token after it.
fn nation(t: &Tokens, i: usize) -> (&'static str, usize) {
    if let Some(len) = t.phrase(i, "u . s .").or_else(|| t.phrase(i, "us")) {
        return ("us", i + len);
    }
    if let Some(len) = t.phrase(i, "hong kong").or_else(|| t.phrase(i, "new zealand")) {
        return (if t.is(i, "new") { "new zealand" } else { "hong kong" }, i + len);
    }
    let word = t.word(i);
    NATIONS
        .iter()
        .find(|(adjective, _)| adjective.eq_ignore_ascii_case(word))
        .map_or(("", i), |(_, nation)| (nation, i + 1))
}

#[rustfmt::skip]
const NATIONS: [(&str, &str); 32] = [
    ("american", "us"), ("canadian", "canada"), ("australian", "australia"), ("singapore", "singapore"),
    ("british", "uk"), ("egyptian", "egypt"), ("lebanese", "lebanon"), ("syrian", "syria"),
    ("swiss", "switzerland"), ("french", "france"), ("belgian", "belgium"), ("finnish", "finland"),
    ("german", "germany"), ("swedish", "sweden"), ("norwegian", "norway"), ("danish", "denmark"),
    ("czech", "czechia"), ("turkish", "turkey"), ("indian", "india"), ("pakistani", "pakistan"),
    ("russian", "russia"), ("belarusian", "belarus"), ("mexican", "mexico"), ("brazilian", "brazil"),
    ("chinese", "china"), ("japanese", "japan"), ("tajik", "tajikistan"), ("uzbek", "uzbekistan"),
    ("kazakh", "kazakhstan"), ("malaysian", "malaysia"), ("saudi", "saudi arabia"), ("iraqi", "iraq"),
];

/// A currency by its noun: name, nation, worth; pence and pennies are the pound's.
fn noun(word: &str, glued: bool) -> Option<(&'static str, &'static str, f64)> {
    match word {
        "p" if glued => return Some(("pound", "", 0.01)),
        "c" if glued => return Some(("cent", "", 0.01)),
        _ => {}
    }
    let is = |names: &[&str]| names.iter().any(|name| name.eq_ignore_ascii_case(word));
    if is(&["cent", "cents"]) {
        return Some(("cent", "", 0.01));
    }
    if is(&["pence", "penny", "pennies"]) {
        return Some(("pound", "", 0.01));
    }
    NOUNS.iter().find(|(names, _)| is(names)).map(|(_, name)| (*name, "", 1.0))
}

#[rustfmt::skip]
const NOUNS: [(&[&str], &str); 42] = [
    (&["dollar", "dollars", "bucks"], "dollar"), (&["euro", "euros"], "euro"), (&["quid"], "pound"),
    (&["yen"], "yen"), (&["yuan", "renminbi", "rmb"], "yuan"),
    (&["rouble", "roubles", "ruble", "rubles"], "rouble"), (&["franc", "francs"], "franc"),
    (&["mark", "marks", "markka", "deutschmarks"], "mark"), (&["rupee", "rupees", "rs"], "rupee"),
    (&["lira", "liras", "lire"], "lira"), (&["shekel", "shekels"], "shekel"),
    (&["hryvnia", "hryvnias"], "hryvnia"), (&["won"], "won"), (&["tenge"], "tenge"), (&["naira"], "naira"),
    (&["peso", "pesos"], "peso"), (&["baht"], "baht"), (&["bitcoin", "bitcoins"], "bitcoin"),
    (&["dong"], "dong"), (&["kip"], "kip"), (&["manat", "manats"], "manat"), (&["lari"], "lari"),
    (&["afghani", "afghanis"], "afghani"), (&["somoni", "somonis"], "somoni"), (&["som", "soms"], "som"),
    (&["sum", "soum"], "sum"), (&["rial", "rials"], "rial"), (&["riyal", "riyals"], "riyal"),
    (&["dinar", "dinars"], "dinar"), (&["dirham", "dirhams"], "dirham"),
    (&["krone", "kroner", "krona", "kronor", "crowns", "koruna"], "krone"),
    (&["zloty", "zlotys", "zlotych"], "zloty"), (&["forint", "forints"], "forint"),
    (&["leu", "lei"], "leu"), (&["lev", "leva"], "lev"), (&["ringgit", "ringgits", "rm"], "ringgit"),
    (&["rupiah", "rupiahs"], "rupiah"), (&["taka"], "taka"), (&["rand"], "rand"),
    (&["real", "reais"], "real"), (&["shilling", "shillings"], "shilling"),
    (&["guilder", "guilders"], "guilder"),
];

/// A currency by its code, in capitals or small letters; one that is also a word only in capitals.
fn code(word: &str) -> Option<Unit> {
    if word.len() != 3 && word.len() != 4 {
        return None;
    }
    if let Some(inner) =
        word.strip_prefix('M').filter(|inner| inner.len() == 3 && *inner == inner.to_ascii_uppercase())
    {
        return code(inner).map(|unit| Unit { factor: 1e6, ..unit });
    }
    let small_words = ["ALL", "TOP", "CUP", "MOP", "BAM", "SOS", "TRY", "LAK", "MAD"];
    let (_, name, nation) = CODES.iter().find(|(code, ..)| code.eq_ignore_ascii_case(word))?;
    let shouted = word.chars().all(|c| c.is_ascii_uppercase());
    (shouted || !small_words.iter().any(|small| small.eq_ignore_ascii_case(word)))
        .then_some(unit(name, nation, 1.0))
}

#[rustfmt::skip]
const CODES: [(&str, &str, &str); 52] = [
    ("USD", "dollar", "us"), ("EUR", "euro", ""), ("GBP", "pound", "uk"), ("JPY", "yen", ""),
    ("CNY", "yuan", ""), ("RMB", "yuan", ""), ("RUB", "rouble", "russia"), ("BYN", "rouble", "belarus"),
    ("CHF", "franc", "switzerland"), ("FRF", "franc", "france"), ("DEM", "mark", "germany"),
    ("CAD", "dollar", "canada"), ("AUD", "dollar", "australia"), ("NZD", "dollar", "new zealand"),
    ("HKD", "dollar", "hong kong"), ("SGD", "dollar", "singapore"), ("TWD", "dollar", "taiwan"),
    ("SEK", "krone", "sweden"), ("NOK", "krone", "norway"), ("DKK", "krone", "denmark"),
    ("CZK", "krone", "czechia"), ("ISK", "krone", "iceland"), ("INR", "rupee", "india"),
    ("PKR", "rupee", "pakistan"), ("TRY", "lira", "turkey"), ("UAH", "hryvnia", ""), ("KZT", "tenge", ""),
    ("TJS", "somoni", ""), ("KGS", "som", ""), ("UZS", "sum", ""), ("AFN", "afghani", ""),
    ("AZN", "manat", "azerbaijan"), ("GEL", "lari", ""), ("IRR", "rial", "iran"),
    ("SAR", "riyal", "saudi arabia"), ("QAR", "riyal", "qatar"), ("AED", "dirham", "emirates"),
    ("KWD", "dinar", "kuwait"), ("IQD", "dinar", "iraq"), ("ILS", "shekel", ""), ("EGP", "pound", "egypt"),
    ("BRL", "real", ""), ("MXN", "peso", "mexico"), ("ZAR", "rand", ""), ("KRW", "won", "south korea"),
    ("PLN", "zloty", ""), ("HUF", "forint", ""), ("RON", "leu", ""), ("THB", "baht", ""),
    ("MYR", "ringgit", ""), ("IDR", "rupiah", ""), ("BTC", "bitcoin", ""),
];
