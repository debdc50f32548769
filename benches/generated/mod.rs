//! Makes articles and quotations of any number, always the same for the same numbers.

/// Words that news is made of.
const WORDS: [&str; 48] = [
    "government",
    "officials",
    "said",
    "on",
    "the",
    "border",
    "of",
    "refugees",
    "troops",
    "minister",
    "river",
    "crossed",
    "after",
    "a",
    "meeting",
    "with",
    "leaders",
    "in",
    "capital",
    "security",
    "forces",
    "were",
    "reported",
    "to",
    "have",
    "left",
    "their",
    "positions",
    "near",
    "district",
    "as",
    "fighting",
    "spread",
    "north",
    "and",
    "aid",
    "agencies",
    "asked",
    "for",
    "help",
    "from",
    "neighbours",
    "while",
    "talks",
    "went",
    "into",
    "another",
    "week",
];

/// A small generator: the same seed gives the same numbers on every machine.
#[derive(Debug, Clone)]
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) const fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub(crate) const fn roll(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % sides
    }
}

/// An article of about `bytes` bytes, in paragraphs of sentences with figures and dates.
pub(crate) fn article(seed: u64, bytes: usize) -> String {
    let mut dice = Dice::new(seed);
    let mut text = format!("Report number {seed}\n\nJuly 08, 2021\n\n");
    while text.len() < bytes {
        for _ in 0..3 {
            sentence(&mut dice, &mut text);
        }
        text.push_str("\n\n");
    }
    text
}

fn sentence(dice: &mut Dice, text: &mut String) {
    let length = 8 + dice.roll(14);
    for nth in 0..length {
        let word = WORDS[usize::try_from(dice.roll(48)).unwrap_or_default()];
        match (nth, dice.roll(12)) {
            (0, _) => {
                let (first, rest) = word.split_at(1);
                text.push_str(&first.to_uppercase());
                text.push_str(rest);
            }
            (_, 0) => {
                text.push_str(&format!("more than {},{:03} people", 1 + dice.roll(90), dice.roll(1000)));
            }
            (_, 1) => text.push_str(&format!("July {}", 1 + dice.roll(8))),
            _ => text.push_str(word),
        }
        text.push(if nth + 1 == length { '.' } else { ' ' });
    }
    text.push(' ');
}

/// A quotation of 8 to 20 words from `article`; one in `spoilt` has a digit or letter changed.
pub(crate) fn quotation(article: &str, seed: u64, spoilt: u64) -> String {
    let mut dice = Dice::new(seed);
    let paragraphs: Vec<&str> =
        article.split("\n\n").skip(2).filter(|paragraph| paragraph.len() > 200).collect();
    let at = usize::try_from(dice.roll(paragraphs.len().max(1) as u64)).unwrap_or_default();
    let words: Vec<&str> = paragraphs.get(at).unwrap_or(&article).split_whitespace().collect();
    let length = usize::try_from(8 + dice.roll(12)).unwrap_or(8).min(words.len());
    let start = usize::try_from(dice.roll((words.len() - length + 1) as u64)).unwrap_or_default();
    let mut quotation = words[start..start + length].join(" ");
    if spoilt > 0 && dice.roll(spoilt) == 0 {
        quotation.push_str(" indeed");
    }
    quotation
}

/// A fact base of `facts` facts over `articles` articles, one quotation each; the articles lie in `seeds/`.
pub(crate) fn fact_base(facts: u64, articles: &[String]) -> String {
    let mut yaml = String::from("title: Generated\nas-of: 2021-07-08\nsources:\n");
    for nth in 0..articles.len() {
        yaml.push_str(&format!("  s{nth}:\n    date: 2021-07-08\n    file: seeds/{nth}.txt\n"));
    }
    yaml.push_str("facts:\n");
    for nth in 0..facts {
        let source = usize::try_from(nth).unwrap_or_default() % articles.len();
        let quote = quotation(&articles[source], nth + 1, 0);
        yaml.push_str(&format!(
            "  f{nth}:\n    claim: Officials said so.\n    evidence:\n      - s{source}: {quote}\n"
        ));
    }
    yaml
}
