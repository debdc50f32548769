//! factum turns a curated YAML fact base into a briefing that its readers can check.
//!
//! Data flows one way; a room imports only rooms that stand on lower floors and on its line of the table in
//! `tests/it/walls.rs`.
//!
//! ```text
//! 1  span  disk  watch                    where words stand · files · changes in folders
//! 2  markdown  typst                      prose in fields · the one program
//!    date  figure  text  finding  edition what a date, a figure, a quotation means · what a check, an edition says
//! 3  article  facts                       what a source text is · what the curator wrote
//! 4  dossier                              facts joined to articles
//! 5  checks  briefing                     what is wrong · what the reader sees
//! 6  render  report  provenance  preview  the briefing as bytes · the findings as text · its proof · a browser
//! 7  pipeline                             read, link, check, compose
//! 8  cli                                  one command a file
//! ```
//!
//! Start with [`pipeline`]: it is the drawing in code.

pub mod article;
pub mod briefing;
pub mod checks;
pub mod cli;
pub mod date;
pub mod disk;
pub mod dossier;
pub mod edition;
pub mod facts;
pub mod figure;
pub mod finding;
pub mod markdown;
pub mod pipeline;
pub mod preview;
pub mod provenance;
pub mod render;
pub mod report;
pub mod span;
pub mod text;
pub mod typst;
pub mod watch;
