//! Why is a text not YAML, in the words of one who writes facts?

use serde_saphyr::granit_parser::ErrorKind;

use super::codes;
use super::events::Trouble;
use super::refusal::{QUOTE, Yaml, cut, one_character, too_deep};
use super::route;
use super::slip::{self, Slip};
use crate::finding::{Finding, Mark};
use crate::span::{Span, floor_char_boundary};

/// Words the parser's trouble.
pub(super) fn explain(yaml: Yaml<'_>, trouble: &Trouble) -> Finding {
    let at = one_character(yaml.text, trouble.at);
    if let Some(tab) = tab_in_indentation(yaml.text, trouble) {
        let message = "a tab indents this line".to_owned();
        return yaml.refuse(codes::TAB, tab, message, "indent with spaces");
    }
    if trouble.kind == ErrorKind::RecursionLimitExceeded {
        return too_deep(yaml, at);
    }
    if let Some(Slip { message, help, at }) = slip::of(&trouble.kind, yaml.text, at) {
        return yaml.refuse(codes::SYNTAX, at, message, &help);
    }
    let (message, help) = words(&trouble.kind, yaml.text, at);
    let mut finding = yaml.refuse(codes::SYNTAX, at, message, help);
    if matches!(trouble.kind, ErrorKind::UnclosedQuotedScalar | ErrorKind::InvalidQuotedScalarIndent) {
        let route = route::to(yaml.text, trouble.at);
        let begun =
            |key: &route::Key| Mark { spot: yaml.spot(key.at), label: "the last key before it".to_owned() };
        finding.seen.extend(route.key().map(begun));
    }
    finding
}

/// The first directive but `%YAML`, which says nothing new.
pub(super) fn directive(yaml: Yaml<'_>) -> Option<Finding> {
    let mut offset = 0;
    for line in yaml.text.split_inclusive('\n') {
        let start = offset + line.len() - line.trim_start_matches('\u{FEFF}').len();
        offset += line.len();
        let line = yaml.text.get(start..offset)?.trim_end();
        if line.starts_with('%') && !line.starts_with("%YAML ") {
            let message = format!("`{}` is a YAML directive", cut(line));
            return Some(yaml.refuse(
                codes::DIRECTIVE,
                Span::new(start, start + line.len()),
                message,
                "remove the line",
            ));
        }
        if !line.trim_start().is_empty() && !line.trim_start().starts_with(['#', '%']) {
            return None;
        }
    }
    None
}

/// What is wrong and what to write, for a slip that people make.
type Words = (&'static str, &'static str);

fn words(kind: &ErrorKind, text: &str, at: Span) -> (String, &'static str) {
    if let ErrorKind::UnexpectedCharacter { character } = kind {
        return (format!("a text cannot begin with `{character}`"), QUOTE);
    }
    let words = match kind {
        ErrorKind::MappingValueNotAllowed if second_colon(text, at) => {
            Some(("this line has a second `: ` in a text without quotation marks", QUOTE))
        }
        kind => of_quotation_marks(kind).or_else(|| of_layout(kind)).or_else(|| of_flow(kind)),
    };
    match words {
        Some((message, help)) => (message.to_owned(), help),
        None => (format!("not YAML: {kind}"), "write `key: value` lines in block style; quote unusual texts"),
    }
}

fn of_quotation_marks(kind: &ErrorKind) -> Option<Words> {
    match kind {
        ErrorKind::UnclosedQuotedScalar | ErrorKind::InvalidQuotedScalarIndent => Some((
            "a quotation mark is not closed, or the text in it is not indented",
            "close it; inside of `'…'` write `''` for an apostrophe; or write the text as a block after `>-`",
        )),
        ErrorKind::InvalidTrailingDoubleQuotedScalar | ErrorKind::InvalidTrailingSingleQuotedScalar => {
            Some((
                "something stands after the closing quotation mark",
                "quote the whole text, or write it below as a block after `>-`, where quotation marks are plain",
            ))
        }
        ErrorKind::UnknownQuotedScalarEscape => Some((
            "no such escape is known in \"…\"",
            "write `\\\\` for a backslash, or write the text as a block after `>-`",
        )),
        _ => None,
    }
}

fn of_layout(kind: &ErrorKind) -> Option<Words> {
    match kind {
        ErrorKind::MappingValueNotAllowed => {
            Some(("a key stands here where none can", "begin it in the same column as its neighbours"))
        }
        ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey | ErrorKind::ExpectedBlockMappingKey => {
            Some((
                "this line is no `key: value`",
                "write a `: ` after the key, or indent the line if it goes on with the text above",
            ))
        }
        ErrorKind::BlockSequenceEntryNotAllowed | ErrorKind::InvalidBlockEntryWhitespace => Some((
            "a list cannot begin here",
            "begin it on the next line, or quote the text if it begins with `- `",
        )),
        ErrorKind::ExpectedBlockSequenceEntry | ErrorKind::InvalidIndentation => Some((
            "this line does not stand in a column of the lines above",
            "begin each key and each `- ` of one map or list in the same column",
        )),
        ErrorKind::MappingKeyNotAllowed => Some(("a `? ` stands here", QUOTE)),
        ErrorKind::BomInsideDocument => Some(("a byte order mark stands inside of the text", "remove it")),
        ErrorKind::MissingAnchorOrAliasName => Some(("a text cannot begin with `&` or `*`", QUOTE)),
        ErrorKind::MissingTagUri => Some(("a text cannot begin with `!`", QUOTE)),
        _ => None,
    }
}

fn of_flow(kind: &ErrorKind) -> Option<Words> {
    let flow = matches!(
        kind,
        ErrorKind::UnclosedFlowCollection { .. }
            | ErrorKind::MisplacedFlowCollectionEnd
            | ErrorKind::MismatchedFlowCollectionEnd { .. }
            | ErrorKind::ExpectedFlowMappingSeparator
            | ErrorKind::ExpectedFlowSequenceSeparator
            | ErrorKind::UnexpectedEofFlowMapping
            | ErrorKind::UnexpectedEofFlowSequence
            | ErrorKind::UnexpectedEofImplicitFlowMapping
    );
    flow.then_some((
        "a `{…}` or `[…]` is not well formed",
        "write it in block style, one key or item a line, or quote the text if it begins with `{` or `[`",
    ))
}

/// Whether the line has a `: ` before the one at `at`.
fn second_colon(text: &str, at: Span) -> bool {
    let before = text.get(..at.start).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    line.contains(": ")
}

/// The tab that stands among the first blanks of the line of the trouble, or of the line after it: the parser
/// often sees it late or calls it something else.
fn tab_in_indentation(text: &str, trouble: &Trouble) -> Option<Span> {
    let at = floor_char_boundary(text, trouble.at);
    let start = text.get(..at)?.rfind('\n').map_or(0, |newline| newline + 1);
    let is_tab = matches!(
        trouble.kind,
        ErrorKind::TabNotAllowed
            | ErrorKind::TabInBlockIndentation
            | ErrorKind::TabAtBlockScalarStart
            | ErrorKind::TabInIndentation
            | ErrorKind::TabInPlainScalar
    );
    let mut offset = start;
    for line in text.get(start..)?.split_inclusive('\n').take(if is_tab { 3 } else { 1 }) {
        let blanks = line.len() - line.trim_start_matches([' ', '\t']).len();
        if let Some(tab) = line.get(..blanks)?.find('\t') {
            return Some(Span::new(offset + tab, offset + tab + 1));
        }
        offset += line.len();
    }
    is_tab.then(|| one_character(text, trouble.at))
}
