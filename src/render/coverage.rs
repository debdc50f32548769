//! How is the coverage of the articles set as one HTML file?

use super::engine::page;
use super::html::escape_to;
use super::{TemplateTrouble, Templates};
use crate::briefing::view::coverage::Coverage;

/// One file with every article, what is cited of it marked: no script, no request.
///
/// # Errors
/// If a template is at fault.
pub fn coverage_html(coverage: &Coverage, templates: &Templates) -> Result<String, TemplateTrouble> {
    page(coverage, templates, &["coverage.html.tera", "style.css"], escape_to)
}
