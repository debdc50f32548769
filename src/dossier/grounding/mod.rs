//! Does a quotation say what a claim says: every figure, date and negation of it.

mod change;
mod clause;
mod clock;
mod dates;
mod figures;
mod negation;
mod paraphrase;
mod undated;
mod words;

use crate::date::Edtf;
use crate::figure::Support;
use crate::span::Span;

/// A quotation and when its source was published.
#[derive(Debug, Clone, Copy)]
pub struct Quoted<'t> {
    /// The quoted words.
    pub text: &'t str,
    /// The day of publication, from which "Wednesday" and "last month" count.
    pub published: Option<&'t Edtf>,
}

/// What a fact claims.
#[derive(Debug, Clone, Copy)]
pub struct Claim<'t> {
    /// Its words.
    pub text: &'t str,
    /// Its date.
    pub date: Option<&'t Edtf>,
}

/// One thing that the claim says and the quotation doesn't, or says otherwise.
#[derive(Debug, Clone, PartialEq)]
pub struct Flaw {
    /// What is wrong.
    pub fault: Fault,
    /// Where in the claim; nothing if it is the claim's date that is wrong.
    pub claim: Option<Span>,
    /// Where in the quotation stands what it says instead.
    pub quotation: Option<Span>,
}

/// What can be wrong with a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// A figure is rounded, and says so: no flaw, but worth knowing.
    RoundedWithHedge,
    /// A figure is rounded as if it were exact.
    RoundedBare,
    /// "about" or "up to" of the quotation is left out.
    QualifierDropped,
    /// "up to" became "about": another bound that may be true.
    QualifierChanged,
    /// "more than" became "less than": a bound that the quotation rules out.
    QualifierTurned,
    /// The quotation doesn't give this number.
    ValueAbsent,
    /// The quotation gives this number in another unit.
    ValueUnit,
    /// The quotation gives this number of something else.
    ValueOtherNoun,
    /// The quotation doesn't bear this label, such as a year or "Article 5".
    LabelAbsent,
    /// The quotation doesn't say when: no contradiction, but not proved by it either.
    DateAbsent,
    /// The quotation names another date.
    DateMismatch,
    /// The claim is more exact about the date than the quotation.
    DateTooPrecise,
    /// A negation of the quotation is left out.
    NegationDropped,
    /// The claim negates what the quotation states.
    NegationAdded,
    /// The claim or the quotation is too long to be one, and was not compared.
    TooLong,
}

impl Fault {
    /// The name used in outputs.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::RoundedWithHedge => "value-rounded-with-hedge",
            Self::RoundedBare => "value-rounded",
            Self::QualifierDropped => "value-qualifier-dropped",
            Self::QualifierChanged => "value-qualifier-changed",
            Self::QualifierTurned => "value-qualifier-turned",
            Self::ValueAbsent => "value-absent",
            Self::ValueUnit => "value-unit",
            Self::ValueOtherNoun => "value-other-noun",
            Self::LabelAbsent => "label-absent",
            Self::DateAbsent => "date-absent",
            Self::DateMismatch => "date-mismatch",
            Self::DateTooPrecise => "date-too-precise",
            Self::NegationDropped => "negation-dropped",
            Self::NegationAdded => "negation-added",
            Self::TooLong => "too-long",
        }
    }

    /// What a claim with this fault is, taken alone.
    #[must_use]
    pub const fn verdict(self) -> Verdict {
        match self {
            Self::DateAbsent => Verdict::Supported,
            Self::RoundedWithHedge => Verdict::SupportedRounded,
            Self::DateTooPrecise => Verdict::TooPrecise,
            Self::QualifierDropped | Self::QualifierChanged => Verdict::QualifierDropped,
            Self::RoundedBare
            | Self::QualifierTurned
            | Self::ValueAbsent
            | Self::ValueUnit
            | Self::ValueOtherNoun
            | Self::LabelAbsent
            | Self::DateMismatch
            | Self::NegationDropped
            | Self::NegationAdded
            | Self::TooLong => Verdict::Contradicted,
        }
    }
}

/// How a quotation bears a claim out, from best to worst.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// It says all of it.
    Supported,
    /// It does once figures are rounded, which the claim admits.
    SupportedRounded,
    /// The claim's date is more exact.
    TooPrecise,
    /// The claim leaves out a bound.
    QualifierDropped,
    /// It says otherwise.
    Contradicted,
}

impl Verdict {
    /// The worst verdict that any of the flaws gives.
    #[must_use]
    pub fn of(flaws: &[Flaw]) -> Self {
        flaws.iter().map(|flaw| flaw.fault.verdict()).max().unwrap_or(Self::Supported)
    }

    /// The name used in outputs.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Supported => "supported",
            Self::SupportedRounded => "supported-rounded",
            Self::TooPrecise => "too-precise",
            Self::QualifierDropped => "qualifier-dropped",
            Self::Contradicted => "contradicted",
        }
    }
}

/// A claim is a sentence or two; each of its figures is held against all of the quotation's.
const LONGEST_CLAIM: usize = 8 << 10;
/// The longest text that can pass for a quotation.
const LONGEST_QUOTATION: usize = 32 << 10;

/// Everything that the claim says and the quotation doesn't: figures, then dates, then negations.
#[must_use]
pub fn ground(quoted: &Quoted, claim: &Claim) -> Vec<Flaw> {
    if claim.text.len() > LONGEST_CLAIM || quoted.text.len() > LONGEST_QUOTATION {
        return vec![Flaw { fault: Fault::TooLong, claim: None, quotation: None }];
    }
    let mut flaws = Vec::new();
    let settled = dates::ground(quoted, claim, &mut flaws);
    let mut found = figures::ground(quoted.text, claim.text, &settled);
    found.append(&mut flaws);
    found.extend(negation::ground(quoted.text, claim.text));
    found
}

/// The flaw that goes with a figure's support, if it is one.
fn fault(support: Support) -> Option<Fault> {
    Some(match support {
        Support::Equal | Support::EqualAfterConversion => return None,
        Support::Rounded { bare: false } => Fault::RoundedWithHedge,
        Support::Rounded { bare: true } => Fault::RoundedBare,
        Support::QualifierDropped => Fault::QualifierDropped,
        Support::QualifierTurned => Fault::QualifierTurned,
        Support::OtherNoun => Fault::ValueOtherNoun,
        Support::Unit => Fault::ValueUnit,
        Support::Absent => Fault::ValueAbsent,
    })
}

#[cfg(test)]
mod tests;
