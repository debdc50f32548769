//! How fast are the parts of the engine, beside each other in one run?
//!
//! `cargo bench` prints them; compare the columns with each other, not with another day's.

#![expect(clippy::unwrap_used, reason = "a measurement that cannot go on has failed")]

mod generated;

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use factum::article::Article;
use factum::briefing::{self, Annex, Briefing, Order};
use factum::checks::Verdict;
use factum::date::{Edtf, find, resolve};
use factum::dossier::Dossier;
use factum::facts::{self, FactBase};
use factum::figure;
use factum::pipeline;
use factum::render::{Templates, html, markdown};
use factum::span::{FileId, Files};
use factum::text::{Searchable, Selector};

fn main() {
    divan::main();
}

#[divan::bench(args = [5_000, 50_000, 500_000])]
fn quotation_exact(bencher: Bencher, bytes: usize) {
    let article = generated::article(1, bytes);
    let quote = generated::quotation(&article, 7, 0);
    bencher.counter(BytesCount::of_str(&article)).bench(|| {
        let searchable = Searchable::new(black_box(&article));
        searchable.locate(&Selector::of(&quote)).status
    });
}

#[divan::bench(args = [5_000, 50_000, 500_000])]
fn quotation_lost_and_nearest(bencher: Bencher, bytes: usize) {
    let article = generated::article(1, bytes);
    let quote = generated::quotation(&article, 7, 1);
    bencher.counter(BytesCount::of_str(&article)).bench(|| {
        let searchable = Searchable::new(black_box(&article));
        (searchable.locate(&Selector::of(&quote)).status, searchable.nearest(&quote).is_some())
    });
}

#[divan::bench(args = [5_000, 50_000])]
fn figures_of_an_article(bencher: Bencher, bytes: usize) {
    let article = generated::article(1, bytes);
    bencher.counter(BytesCount::of_str(&article)).bench(|| figure::read(black_box(&article)).len());
}

#[divan::bench(args = [5_000, 50_000])]
fn dates_of_an_article(bencher: Bencher, bytes: usize) {
    let article = generated::article(1, bytes);
    let published = Edtf::parse("2021-07-08").unwrap();
    bencher.counter(BytesCount::of_str(&article)).bench(|| {
        let found = find(black_box(&article));
        found
            .iter()
            .map(|one| resolve(one, &article, Some(published.bounds())).candidates.len())
            .sum::<usize>()
    });
}

#[divan::bench(args = [100, 1_000, 10_000])]
fn facts_read(bencher: Bencher, count: u64) {
    let articles = vec![generated::article(1, 5_000)];
    let yaml = generated::fact_base(count, &articles);
    bencher.counter(BytesCount::of_str(&yaml)).bench(|| {
        let mut files = Files::default();
        let main = files.add("facts.yaml", black_box(&yaml).as_str());
        facts::read(&files, main).unwrap().facts.len()
    });
}

#[divan::bench(args = [100, 1_000, 10_000])]
fn linked_and_checked(bencher: Bencher, count: u64) {
    let (texts, files, base) = project(count);
    bencher.bench(|| {
        let articles = articles(&texts);
        pipeline::check(&Dossier::link(&files, &base, &articles)).coverage.quotations
    });
}

#[divan::bench(args = [100, 1_000, 10_000])]
fn composed(bencher: Bencher, count: u64) {
    let (texts, files, base) = project(count);
    let articles = articles(&texts);
    let dossier = Dossier::link(&files, &base, &articles);
    let verdict = pipeline::check(&dossier);
    bencher.bench(|| briefing_of(black_box(&dossier), &verdict).notes.len());
}

#[divan::bench(args = [100, 1_000, 10_000])]
fn rendered_as_html_and_markdown(bencher: Bencher, count: u64) {
    let (texts, files, base) = project(count);
    let articles = articles(&texts);
    let dossier = Dossier::link(&files, &base, &articles);
    let briefing = briefing_of(&dossier, &pipeline::check(&dossier));
    let templates = Templates::embedded();
    bencher.bench(|| {
        let html = html(black_box(&briefing), &templates).unwrap();
        html.len() + markdown(&briefing, &templates).unwrap().len()
    });
}

fn briefing_of(dossier: &Dossier, verdict: &Verdict) -> Briefing {
    let order = Order {
        coverage: &verdict.coverage,
        findings: &verdict.findings,
        accepted: &verdict.accepted,
        summary_of: |_| None,
        draft: false,
        annex: Annex::Cited,
        digest: "0123456789abcdef",
        earlier: None,
    };
    briefing::compose(dossier, &order)
}

fn project(count: u64) -> (Vec<String>, Files, FactBase) {
    let texts: Vec<String> = (0..count.div_ceil(10)).map(|seed| generated::article(seed, 5_200)).collect();
    let yaml = generated::fact_base(count, &texts);
    let mut files = Files::default();
    let main = files.add("facts.yaml", yaml.as_str());
    for (nth, text) in texts.iter().enumerate() {
        files.add(format!("seeds/{nth}.txt"), text.as_str());
    }
    let base = facts::read(&files, main).unwrap();
    (texts, files, base)
}

fn articles(texts: &[String]) -> Vec<Article<'_>> {
    let article =
        |nth: usize| Article::new(FileId(nth + 1), &texts[nth], (String::new(), texts[nth].len()), &[]);
    (0..texts.len()).map(article).collect()
}
