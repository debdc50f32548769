//! How many articles say it, and how many origins do they rest on, in words?

use super::sources::entity_name;
use super::view::Support;
use crate::dossier::{Dossier, Origins};
use crate::facts::Stance;

/// The support of one fact.
pub(super) fn of_fact(dossier: &Dossier, fact: usize) -> Support {
    of_facts(dossier, &[fact])
}

/// The support of several facts together: what is not found (in a draft) supports nothing.
pub(super) fn of_facts(dossier: &Dossier, facts: &[usize]) -> Support {
    let all = || facts.iter().flat_map(|fact| dossier.quotations_of(*fact)).map(|(_, quotation)| quotation);
    let standing = all().filter(|quotation| quotation.stands().is_some()).map(|quotation| quotation.evidence);
    let mut support = in_words(dossier, &Origins::of(dossier.base, &dossier.index, standing));
    let sought = all().filter(|quotation| quotation.evidence.stance == Stance::Supports).count();
    if support.articles.is_empty() && sought > 0 {
        support.line = if sought == 1 { "Quotation not found." } else { "Quotations not found." }.to_owned();
    }
    support
}

fn in_words(dossier: &Dossier, origins: &Origins) -> Support {
    let named: Vec<String> = origins.named.iter().map(|id| entity_name(dossier, id)).collect();
    let of = dossier.base.sources.len();
    Support {
        articles: origins.sources.iter().map(|source| format!("S{}", source + 1)).collect(),
        of,
        line: line(origins.sources.len(), of, &named, origins.silent),
        silent: origins.silent,
        single: origins.independent() == 1,
        origins: named,
    }
}

/// `4 of 5 articles. Origins: RIA Novosti, Reuters; 1 names no origin.`; the count is not parted by a line's end.
fn line(articles: usize, of: usize, named: &[String], silent: usize) -> String {
    if articles == 0 {
        return String::new();
    }
    let said = match of {
        1 => "1\u{a0}article.".to_owned(),
        _ => format!("{articles}\u{a0}of\u{a0}{of}\u{a0}articles."),
    };
    let origins = match named {
        [] => {
            return format!(
                "{said} {}",
                if silent == 1 { "Origin not named." } else { "Origins not named." }
            );
        }
        [one] => format!("Origin: {one}"),
        several => format!("Origins: {}", several.join(", ")),
    };
    match silent {
        0 => format!("{said} {origins}."),
        1 => format!("{said} {origins}; 1 names no origin."),
        many => format!("{said} {origins}; {many} name no origin."),
    }
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn articles_and_origins_are_counted_apart() {
        let ria = ["RIA".to_owned()];
        let two = ["RIA".to_owned(), "Reuters".to_owned()];
        assert_eq!(line(4, 5, &ria, 0), "4\u{a0}of\u{a0}5\u{a0}articles. Origin: RIA.");
        assert_eq!(line(4, 5, &ria, 3), "4\u{a0}of\u{a0}5\u{a0}articles. Origin: RIA; 3 name no origin.");
        assert_eq!(
            line(2, 5, &two, 1),
            "2\u{a0}of\u{a0}5\u{a0}articles. Origins: RIA, Reuters; 1 names no origin."
        );
        assert_eq!(line(1, 1, &[], 1), "1\u{a0}article. Origin not named.");
        assert_eq!(line(3, 5, &[], 2), "3\u{a0}of\u{a0}5\u{a0}articles. Origins not named.");
    }
}
