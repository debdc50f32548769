//! How is the briefing turned into bytes: one output a room.

mod coverage;
mod csl;
mod csv;
mod data;
mod direction;
mod engine;
mod facts;
mod fault;
mod homes;
mod html;
mod markdown;
mod offer;
mod pdf;
mod templates;
#[cfg(test)]
mod tests;
mod timeline;
mod watchdog;

pub use coverage::coverage_html;
pub use csl::csl_json;
pub use csv::{chronology_csv, figures_csv};
pub use data::briefing_json;
pub use facts::facts_json;
pub use fault::TemplateTrouble;
pub use html::html;
pub use markdown::markdown;
pub use pdf::{PdfOptions, PdfTrouble, pdf, typst_data, typst_source};
pub use templates::{Templates, nearest_template};
pub use timeline::timeline_json;
pub use watchdog::a_template_runs_on;
