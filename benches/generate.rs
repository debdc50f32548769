//! Writes a project of any size, to time factum as a whole process:
//! `cargo bench --bench generate -- DIR FACTS ARTICLES`, then `time factum -C DIR check`.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "it writes a project and stops at the first trouble"
)]

#[allow(dead_code, reason = "the other bench needs the rest")]
mod generated;

use std::path::Path;

fn main() {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    let [folder, facts, articles] = words.as_slice() else { return };
    let articles: Vec<String> =
        (0..articles.parse().unwrap()).map(|seed| generated::article(seed, 5_200)).collect();
    let seeds = Path::new(folder).join("seeds");
    std::fs::create_dir_all(&seeds).unwrap();
    for (nth, text) in articles.iter().enumerate() {
        std::fs::write(seeds.join(format!("{nth}.txt")), text).unwrap();
    }
    let yaml = generated::fact_base(facts.parse().unwrap(), &articles);
    std::fs::write(Path::new(folder).join("facts.yaml"), yaml).unwrap();
}
