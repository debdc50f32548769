//! Which paths does a pattern such as `facts/**/*.yaml` mean?

use super::path::{PathError, ProjectPath};

/// A pattern of paths inside the project: `*` stands for any letters of one name, `**` for any folders.
/// Other signs stand for themselves, and a name that starts with a dot is meant only by a dot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Glob {
    path: ProjectPath,
    steps: Vec<Step>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Step {
    AnyFolders,
    Name(String),
}

impl Glob {
    /// Reads a pattern.
    ///
    /// # Errors
    /// When it would lead out of the project, as [`ProjectPath::parse`].
    pub fn parse(text: &str) -> Result<Self, PathError> {
        let path = ProjectPath::parse(text)?;
        let mut steps: Vec<Step> = path.parts().map(Step::of).collect();
        steps.dedup_by(|next, step| *next == Step::AnyFolders && *step == Step::AnyFolders);
        Ok(Self { path, steps })
    }

    /// The pattern that means everything below `folder`.
    #[must_use]
    pub fn below(folder: &ProjectPath) -> Self {
        let mut steps: Vec<Step> = folder.parts().map(|name| Step::Name(name.to_owned())).collect();
        steps.push(Step::AnyFolders);
        Self { path: folder.clone(), steps }
    }

    /// Where a walk stands before its first step.
    pub(super) fn start(&self) -> Vec<usize> {
        self.opened(vec![0])
    }

    /// Where a walk that stands `at` these steps comes to in the folder `name`; empty if it ends here.
    pub(super) fn enter(&self, at: &[usize], name: &str) -> Vec<usize> {
        let next = at.iter().filter_map(|step| match self.steps.get(*step)? {
            Step::AnyFolders => (!name.starts_with('.')).then_some(*step),
            Step::Name(pattern) => (step + 1 < self.steps.len() && means(pattern, name)).then_some(step + 1),
        });
        self.opened(next.collect())
    }

    /// Whether a walk that stands `at` these steps means the file `name`.
    pub(super) fn ends(&self, at: &[usize], name: &str) -> bool {
        at.iter().any(|step| match self.steps.get(*step) {
            _ if step + 1 != self.steps.len() => false,
            Some(Step::AnyFolders) => !name.starts_with('.'),
            Some(Step::Name(pattern)) => means(pattern, name),
            None => false,
        })
    }

    /// `**` may stand for no folder at all: whoever stands before it stands behind it, too.
    fn opened(&self, mut at: Vec<usize>) -> Vec<usize> {
        let last = self.steps.len().saturating_sub(1);
        let before_any = |step: &usize| *step < last && self.steps.get(*step) == Some(&Step::AnyFolders);
        let behind: Vec<usize> = at.iter().filter(|step| before_any(step)).map(|step| step + 1).collect();
        at.extend(behind);
        at.sort_unstable();
        at.dedup();
        at
    }
}

impl std::fmt::Display for Glob {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.path.fmt(out)
    }
}

impl Step {
    fn of(part: &str) -> Self {
        match part {
            "**" => Self::AnyFolders,
            name => Self::Name(name.to_owned()),
        }
    }
}

/// Whether `pattern`, in which `*` stands for any letters, means `name`.
fn means(pattern: &str, name: &str) -> bool {
    if name.starts_with('.') && !pattern.starts_with('.') {
        return false;
    }
    let Some((first, rest)) = pattern.split_once('*') else { return pattern == name };
    let Some(mut left) = name.strip_prefix(first) else { return false };
    let mut pieces = rest.split('*');
    let last = pieces.next_back().unwrap_or_default();
    for piece in pieces {
        let Some((_, behind)) = left.split_once(piece) else { return false };
        left = behind;
    }
    left.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether `pattern` means `path`, walking as over folders.
    fn meant(pattern: &str, path: &str) -> bool {
        let glob = Glob::parse(pattern).unwrap();
        let (folders, name) = path.rsplit_once('/').unwrap_or(("", path));
        let mut at = glob.start();
        for folder in folders.split('/').filter(|folder| !folder.is_empty()) {
            at = glob.enter(&at, folder);
        }
        glob.ends(&at, name)
    }

    #[test]
    fn a_star_stays_within_one_name() {
        assert!(meant("facts/*.yaml", "facts/a.yaml"));
        assert!(!meant("facts/*.yaml", "facts/b/a.yaml"));
        assert!(!meant("facts/*.yaml", "other/a.yaml"));
        assert!(meant("*/a*b*.yaml", "x/a1b2.yaml"));
        assert!(!meant("*/a*b*.yaml", "x/ab.yam"));
        assert!(meant("a*a", "aba") && !meant("a*a", "a"));
    }

    #[test]
    fn two_stars_stand_for_any_folders_and_for_none() {
        for path in ["facts/a.yaml", "facts/x/a.yaml", "facts/x/y/z/a.yaml"] {
            assert!(meant("facts/**/*.yaml", path), "{path}");
            assert!(meant("**/a.yaml", path), "{path}");
            assert!(meant("**/**/a.yaml", path), "{path}");
            assert!(meant("facts/**", path), "{path}");
        }
        assert!(meant("**/x/**/a.yaml", "facts/x/y/z/a.yaml"));
        assert!(!meant("**/y/**/b.yaml", "facts/x/y/z/a.yaml"));
        assert!(!meant("facts/**/*.yaml", "facts.yaml"));
    }

    #[test]
    fn hidden_names_are_meant_only_by_a_dot() {
        assert!(!meant("*", ".secret") && !meant("**", ".git/config") && !meant("**/*.yaml", "a/.b.yaml"));
        assert!(meant(".*", ".secret") && meant(".git/*", ".git/config"));
    }

    #[test]
    fn other_signs_stand_for_themselves() {
        assert!(meant("a[1].yaml", "a[1].yaml") && !meant("a[1].yaml", "a1.yaml"));
    }

    #[test]
    fn many_stars_cost_no_more_than_few() {
        let pattern = format!("{}/{}b", ["**/x*"; 100].join("/"), "a*".repeat(80));
        let path = format!("{}{}", "x/".repeat(60), "a".repeat(250));
        assert!(!meant(&pattern, &path));
    }
}
