//! Are facts of any shape read or refused, and if read, checked and printed?
#![no_main]

use factum::article::Article;
use factum::briefing::{self, Annex, Order};
use factum::dossier::Dossier;
use factum::render::{self, Templates};
use factum::span::{FileId, Files};
use factum::{checks, facts};
use libfuzzer_sys::fuzz_target;

const ARTICLE: &str = "\
Flood cuts off the valley

July 08, 2021

More than 1,000 people fled the valley on Wednesday, the mayor said.

The river rose by 3 metres. About 200 houses stand under water.
";

fuzz_target!(|text: &str| {
    let mut files = Files::default();
    let main = files.add("facts.yaml", text);
    let base = match facts::read(&files, main) {
        Ok(base) => base,
        Err(findings) => {
            assert!(!findings.is_empty(), "refused without a reason");
            assert!(findings.iter().all(|one| text.get(one.at.spot.span.start..one.at.spot.span.end).is_some()));
            return;
        }
    };
    let sources = base.sources.iter().count();
    let ids: Vec<FileId> = (0..sources).map(|_| files.add("seeds/gazette.txt", ARTICLE)).collect();
    let fingerprint = || ("0".repeat(64), ARTICLE.len());
    let articles: Vec<Article> = ids.into_iter().map(|id| Article::new(id, ARTICLE, fingerprint(), &[])).collect();
    let dossier = Dossier::link(&files, &base, &articles);
    let verdict = checks::run(&dossier);
    let order = Order {
        coverage: &verdict.coverage,
        findings: &verdict.findings,
        accepted: &verdict.accepted,
        draft: verdict.fails(),
        annex: Annex::Full,
        digest: "0123456789abcdef",
        earlier: None,
    };
    let briefing = briefing::compose(&dossier, &order);
    let templates = Templates::embedded();
    render::markdown(&briefing, &templates).expect("the built-in templates fit every briefing");
    render::html(&briefing, &templates).expect("the built-in templates fit every briefing");
});
