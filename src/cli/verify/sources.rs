//! Are the articles at hand those that the edition was made from, and does every quotation stand in them?

use std::collections::BTreeMap;
use std::path::Path;

use super::answer::Answer;
use crate::disk::{ARTICLE_LIMIT, FACTS_LIMIT, Project, ProjectPath, ReadError, sha256_hex};
use crate::provenance::{Cited, Kept, Record, Standing, standing};
use crate::text::Searchable;

/// How many quotations that do not stand are shown at most.
const MOST: usize = 20;

/// How many bytes are searched at most for quotations that do not stand at their places.
const MOST_SEARCHED: usize = 1 << 30;

/// Holds facts, articles and quotations against what lies in `folder`.
pub(super) fn check(answer: &mut Answer, record: &Record, folder: &Path) -> Result<(), ReadError> {
    let project = Project::open(folder)?;
    facts(answer, record, &project);
    let texts = articles(answer, record, &project);
    quotations(answer, record, &texts);
    Ok(())
}

fn facts(answer: &mut Answer, record: &Record, project: &Project) {
    for file in &record.facts {
        match at_hand(project, &file.path, FACTS_LIMIT) {
            Ok(bytes) if is(file, &bytes) => {
                answer.holds(format!("`{}` is the same", file.path));
            }
            Ok(_) => answer.fails(format!("`{}` has changed since", file.path)),
            Err(error) if error.is_missing() => {
                answer.open(format!("whether `{}` is the same: it is not in the folder", file.path));
            }
            Err(error) => answer.fails(format!("`{}`: {}", file.path, error.what())),
        }
    }
}

/// Articles by the source's id, and whether they are those that the record knows.
type Texts<'r> = BTreeMap<&'r str, (String, bool)>;

/// The articles that can be read, by the source's id.
fn articles<'r>(answer: &mut Answer, record: &'r Record, project: &Project) -> Texts<'r> {
    let mut texts = BTreeMap::new();
    let mut same = 0;
    for article in &record.articles {
        match article_text(project, article) {
            Ok((text, true)) => {
                same += 1;
                texts.insert(article.id.as_str(), (text, true));
            }
            Ok((text, false)) => {
                answer.fails(format!("`{}` has changed since", article.path));
                texts.insert(article.id.as_str(), (text, false));
            }
            Err(words) => answer.fails(format!("`{}`: {words}", article.path)),
        }
    }
    let all = record.articles.len();
    if same == all && all > 0 {
        answer.holds(format!("{} the same", counted(all, "archived article", "is", "are")));
    }
    texts
}

/// The text of an article, and whether it is the one that the record knows.
fn article_text(project: &Project, article: &Kept) -> Result<(String, bool), String> {
    let bytes = at_hand(project, &article.path, ARTICLE_LIMIT).map_err(|error| error.what())?;
    let same = is(article, &bytes);
    let text = String::from_utf8(bytes).map_err(|_| "the file is not UTF-8".to_owned())?;
    Ok((text, same))
}

/// Whether these are the bytes that the record knows, and as many.
fn is(file: &Kept, bytes: &[u8]) -> bool {
    file.bytes.is_none_or(|count| count == bytes.len()) && sha256_hex(bytes) == file.sha256
}

fn quotations(answer: &mut Answer, record: &Record, texts: &Texts<'_>) {
    let searchable: BTreeMap<&str, (Searchable<'_>, bool)> =
        texts.iter().map(|(id, (text, same))| (*id, (Searchable::new(text), *same))).collect();
    let (mut moved, mut gone, mut wrong, mut left) = (0, Vec::new(), Vec::new(), MOST_SEARCHED);
    for cited in &record.quotations {
        let article = searchable.get(cited.source.as_str());
        match article.map(|(article, same)| (standing(article, cited, &mut left), same)) {
            Some((Standing::InPlace, _)) => {}
            // The article is the same, so the words cannot have moved: the record gives a wrong place.
            Some((Standing::Moved, true)) => wrong.push(cited),
            Some((Standing::Moved, false)) => moved += 1,
            Some((Standing::Gone, _)) | None => gone.push(cited),
        }
    }
    let all = record.quotations.len();
    if gone.is_empty() && wrong.is_empty() {
        answer
            .holds(format!("{} word for word in the articles", counted(all, "quotation", "stands", "stand")));
    }
    for (list, words) in [(&gone, "not stand in the articles"), (&wrong, "not stand where the record says")] {
        if !list.is_empty() {
            let all = counted(all, "quotation", "does", "do");
            answer.fails(format!("{} of {all} {words}", list.len()));
            show(answer, list);
        }
    }
    if moved > 0 {
        answer.more(format!(
            "{} at another place than when it was made",
            counted(moved, "quotation", "stands", "stand")
        ));
    }
}

fn show(answer: &mut Answer, gone: &[&Cited]) {
    for cited in gone.iter().take(MOST) {
        answer.more(format!(
            "note {}, `{}`, byte {}: “{}”",
            cited.note, cited.source, cited.start, cited.quote
        ));
    }
    if gone.len() > MOST {
        answer.more(format!("and {} more", gone.len() - MOST));
    }
}

/// The file at `path` of the folder; if it is not there, the one of its name, for the folder may hold the articles alone.
fn at_hand(project: &Project, path: &str, limit: u64) -> Result<Vec<u8>, ReadError> {
    let path = ProjectPath::parse(path)?;
    match project.read(&path, limit) {
        Err(error) if error.is_missing() => project.read(&ProjectPath::parse(path.name())?, limit),
        read => read,
    }
}

/// `1 quotation stands`, `2 quotations stand`.
fn counted(count: usize, noun: &str, one: &str, many: &str) -> String {
    match count {
        1 => format!("1 {noun} {one}"),
        _ => format!("{count} {noun}s {many}"),
    }
}
