//! What may each field of a fact base hold?

use super::base::{Confidence, Edition, Entity, FactBase, Judgement, Likelihood, Part, Section};
use super::discrepancy::{Class, Discrepancy, Harm, Status};
use super::entries::Entries;
use super::evidence::{Evidence, Rank, Stance};
use super::fact::{Fact, FactKind};
use super::located::{Dated, Id, Located};
use super::source::{Accept, Inferred, Source};
use crate::span::Spot;

/// What a scalar may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rule {
    /// Text in one line.
    Line,
    /// Text that may have line breaks.
    Prose,
    /// The name of an entry.
    Id,
    /// The address of a page.
    Url,
    /// A BCP 47 tag.
    Language,
    /// Hours and minutes.
    Time,
    /// `A` to `F`.
    Reliability,
    /// `1` to `6`.
    Credibility,
    /// 64 hexadecimal digits.
    Sha256,
    /// One of the keys of a source that its text may state.
    SourceField,
    /// No scalar, or one that is of the right form since it was read.
    Inside,
}

/// One scalar of a fact base.
pub(super) struct Scalar<'a> {
    /// The key that it stands under; entries' own ids stand under the key of their map.
    pub(super) key: &'static str,
    /// What it may be.
    pub(super) rule: Rule,
    /// What was typed; none for a word that was understood already.
    pub(super) value: Option<&'a mut String>,
    /// Where.
    pub(super) at: &'a mut Spot,
}

/// The key and the rule of a field.
#[derive(Clone, Copy)]
pub(super) struct Field(&'static str, Rule);

/// Something that holds scalars.
pub(super) trait Scalars {
    /// Shows every scalar to `visit`, in the order of the table.
    fn each(&mut self, field: Field, visit: &mut dyn FnMut(Scalar<'_>));
}

/// Shows every scalar of the whole to `visit`.
pub(super) fn each<T: Scalars>(whole: &mut T, visit: &mut dyn FnMut(Scalar<'_>)) {
    whole.each(Field("", Rule::Inside), visit);
}

/// Names every field of a type with its key and its rule. A field that is left out does not compile.
macro_rules! fields {
    ($name:ident: $( $field:ident $key:literal $rule:ident, )+) => {
        impl Scalars for $name {
            fn each(&mut self, _: Field, visit: &mut dyn FnMut(Scalar<'_>)) {
                let Self { $($field),+ } = self;
                $( $field.each(Field($key, Rule::$rule), visit); )+
            }
        }
    };
}

fields! { FactBase:
    title "title" Line, subtitle "subtitle" Line, question "question" Line, as_of "as-of" Line,
    edition "edition" Inside, language "language" Language, issuer "issuer" Line, contact "contact" Line,
    summary "summary" Prose, sections "sections" Inside, judgements "judgements" Inside,
    sources "sources" Inside, entities "entities" Inside, facts "facts" Inside,
    discrepancies "discrepancies" Inside, unknowns "unknowns" Prose, include "include" Line,
}

fields! { Part:
    sections "sections" Inside, judgements "judgements" Inside, sources "sources" Inside,
    entities "entities" Inside, facts "facts" Inside, discrepancies "discrepancies" Inside,
    unknowns "unknowns" Prose,
}

fields! { Edition: number "number" Line, date "date" Line, corrects "corrects" Line, }

fields! { Section: title "title" Line, text "text" Prose, }

fields! { Judgement:
    text "text" Prose, likelihood "likelihood" Inside, confidence "confidence" Inside, because "because" Id,
}

fields! { Entity: name "name" Line, role "role" Line, kind "kind" Line, also "also" Line, }

fields! { Source:
    kind "type" Line, title "title" Line, author "author" Line, publisher "publisher" Line,
    date "date" Line, time "time" Time, url "url" Url, language "language" Language,
    serial_number "serial-number" Line, note "note" Prose, file "file" Line, sha256 "sha256" Sha256,
    not_stated "not-stated" SourceField, inferred "inferred" SourceField, family "family" Line,
    carries "carries" Id, descriptor "descriptor" Prose, reliability "reliability" Reliability,
    ignore "ignore" Line, accept "accept" Inside,
}

fields! { Inferred: value "value" Line, because "because" Prose, }

fields! { Accept: check "check" Line, because "because" Prose, }

fields! { Fact:
    claim "claim" Prose, section "section" Id, kind "kind" Inside, date "date" Line, value "value" Line,
    speaker "speaker" Id, credibility "credibility" Credibility, after "after" Id, sum_of "sum-of" Id,
    evidence "evidence" Inside, accept "accept" Inside, note "note" Prose,
}

fields! { Evidence:
    source "source" Id, quote "quote" Prose, prefix "prefix" Prose, suffix "suffix" Prose,
    says "says" Prose, via "via" Id, own_words "via" Inside, stance "stance" Inside, rank "rank" Inside, date "date" Line,
    unit "unit" Line, accept "accept" Inside, note "note" Prose,
}

fields! { Discrepancy:
    fact "fact" Id, title "title" Line, class "class" Inside, severity "severity" Inside,
    sides "sides" Inside, note "note" Prose, status "status" Inside, we_write "we-write" Prose,
    accept "accept" Inside,
}

/// A value that may stand in a [`Located`].
trait Value {
    fn text(&mut self) -> Option<&mut String>;
}

impl Value for String {
    fn text(&mut self) -> Option<&mut String> {
        Some(self)
    }
}

impl Value for Id {
    fn text(&mut self) -> Option<&mut String> {
        Some(&mut self.0)
    }
}

macro_rules! understood {
    ($($name:ident),+) => { $( impl Value for $name {
        fn text(&mut self) -> Option<&mut String> {
            None
        }
    } )+ };
}

understood!(Likelihood, Confidence, FactKind, Class, Harm, Status);

impl<T: Value> Scalars for Located<T> {
    fn each(&mut self, Field(key, rule): Field, visit: &mut dyn FnMut(Scalar<'_>)) {
        visit(Scalar { key, rule, value: self.value.text(), at: &mut self.at });
    }
}

impl Scalars for Dated {
    fn each(&mut self, field: Field, visit: &mut dyn FnMut(Scalar<'_>)) {
        self.written.each(field, visit);
    }
}

/// Their places are not kept.
macro_rules! unlocated {
    ($($name:ident),+) => { $( impl Scalars for $name {
        fn each(&mut self, _: Field, _: &mut dyn FnMut(Scalar<'_>)) {}
    } )+ };
}

unlocated!(Stance, Rank, bool);

impl<T: Scalars> Scalars for Option<T> {
    fn each(&mut self, field: Field, visit: &mut dyn FnMut(Scalar<'_>)) {
        if let Some(inside) = self {
            inside.each(field, visit);
        }
    }
}

impl<T: Scalars> Scalars for Box<T> {
    fn each(&mut self, field: Field, visit: &mut dyn FnMut(Scalar<'_>)) {
        self.as_mut().each(field, visit);
    }
}

impl<T: Scalars> Scalars for Vec<T> {
    fn each(&mut self, field: Field, visit: &mut dyn FnMut(Scalar<'_>)) {
        for inside in self {
            inside.each(field, visit);
        }
    }
}

impl<T: Scalars> Scalars for Entries<T> {
    fn each(&mut self, Field(key, rule): Field, visit: &mut dyn FnMut(Scalar<'_>)) {
        let id = Field(key, if rule == Rule::Inside { Rule::Id } else { rule });
        for entry in self.iter_mut() {
            entry.id.each(id, visit);
            entry.value.each(Field(key, Rule::Inside), visit);
        }
    }
}
