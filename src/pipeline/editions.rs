//! Which edition was released before this one?

use super::Earlier;
use super::reader::{Reader, Trouble, whole};
use crate::disk::{Glob, ProjectPath};
use crate::edition::{self, Flaw, Number};
use crate::facts::{FactBase, Text};
use crate::finding::{Finding, Mark, Severity};
use crate::span::{Span, Spot};

const CODE: &str = "edition-unreadable";
const NAMES: &str = "name the file for its edition, such as `editions/2.json`, or keep it elsewhere";
const RESTORE: &str = "bring back the file as it was released: a released edition is never changed";

impl Reader<'_> {
    /// The released edition with the highest number below that of the facts; none if they state no number.
    pub(super) fn earlier(&mut self, base: &FactBase) -> Result<Option<Earlier>, Box<Finding>> {
        let Some(number) = base.edition.as_ref().map(|edition| &edition.number) else { return Ok(None) };
        let released = self.released(number)?;
        if released.is_empty() {
            return Ok(None);
        }
        let Some(own) = Number::parse(&number.value) else {
            let message = format!("edition `{}` has no place among the released ones", number.value);
            let trouble = Trouble::new(message, "write a number such as `2` or `2.1`");
            return Err(Box::new(self.unreadable(CODE, Some(number), trouble)));
        };
        let before = released.into_iter().filter(|(released, _)| *released < own).max();
        before.map(|(released, path)| self.edition(number, &released, &path)).transpose()
    }

    /// Numbers and files of the released editions.
    fn released(&mut self, asked: &Text) -> Result<Vec<(Number, ProjectPath)>, Box<Finding>> {
        let pattern = Glob::parse(&format!("{}/*.json", edition::FOLDER));
        let pattern = pattern.expect("the editions' folder and `*.json` are a pattern");
        let refuse = |reader: &mut Self, message: String, help: &str| {
            Err(Box::new(reader.unreadable(CODE, Some(asked), Trouble::new(message, help))))
        };
        let listing = match self.project.find(&pattern) {
            Ok(listing) => listing,
            Err(error) => return Err(Box::new(self.unreadable(CODE, Some(asked), Trouble::of(&error)))),
        };
        if let Some((path, kind)) = listing.passed_over.first() {
            return refuse(self, format!("`{path}` is {kind}, not a file"), RESTORE);
        }
        let mut released = Vec::new();
        for path in listing.files {
            match path.name().strip_suffix(".json").and_then(Number::parse) {
                Some(number) => released.push((number, path)),
                None => return refuse(self, format!("`{path}` is not named for an edition"), NAMES),
            }
        }
        Ok(released)
    }

    fn edition(
        &mut self,
        asked: &Text,
        number: &Number,
        path: &ProjectPath,
    ) -> Result<Earlier, Box<Finding>> {
        let file = match self.project.read_text(path, edition::LIMIT) {
            Ok(file) => file,
            Err(error) => return Err(Box::new(self.unreadable(CODE, Some(asked), Trouble::of(&error)))),
        };
        let (sha256, bytes) = (file.sha256(), file.size());
        let flaw = match edition::read(file.text()) {
            Ok(edition) if edition.number == number.to_string() => {
                return Ok(Earlier { edition, path: path.to_string(), sha256, bytes });
            }
            Ok(edition) => Flaw { at: 0, message: format!("it holds edition `{}`", edition.number) },
            Err(flaw) => flaw,
        };
        let at = flaw.at.saturating_add(file.mark());
        let spot = Spot { file: self.files.add(path.as_str(), whole(file)), span: Span::new(at, at) };
        Err(Box::new(Finding {
            check: CODE,
            severity: Severity::Error,
            message: format!("`{path}` is not edition {number} as it was released: {}", flaw.message),
            at: Mark { spot, label: String::new() },
            seen: Vec::new(),
            help: RESTORE.to_owned(),
        }))
    }
}
