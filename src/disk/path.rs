//! Is this a path inside the project?

use std::fmt;

/// The path of a file or folder, relative to the project and inside it: forward slashes, no `.`, no `..`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProjectPath(String);

/// A text that is not a path inside the project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathError {
    /// The text as it was written.
    pub text: String,
    /// What keeps it from being one.
    pub flaw: PathFlaw,
}

/// What keeps a text from being a path inside the project.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PathFlaw {
    /// It names nothing.
    Empty,
    /// It starts at the root of the file system.
    Absolute,
    /// It climbs with `..`.
    Climbs,
    /// It is written with backslashes.
    Backslash,
    /// It starts with a drive, such as `C:`.
    Drive,
    /// It holds a character that cannot be seen or that turns the line around.
    Unprintable,
    /// It is longer than file systems allow.
    TooLong,
}

const LONGEST_PATH: usize = 1024;
const LONGEST_NAME: usize = 255;

impl ProjectPath {
    /// Reads `text`; `./a//b/` is `a/b`.
    ///
    /// # Errors
    /// When `text` does not name something inside the project.
    pub fn parse(text: &str) -> Result<Self, PathError> {
        let wrong = |flaw| Err(PathError { text: text.to_owned(), flaw });
        if let Some(flaw) = flaw_of(text) {
            return wrong(flaw);
        }
        let parts: Vec<&str> = text.split('/').filter(|part| !matches!(*part, "" | ".")).collect();
        if parts.is_empty() {
            return wrong(PathFlaw::Empty);
        }
        Ok(Self(parts.join("/")))
    }

    /// The path of `tail` inside this folder.
    ///
    /// # Errors
    /// As [`ProjectPath::parse`].
    pub fn join(&self, tail: &str) -> Result<Self, PathError> {
        let tail = Self::parse(tail)?;
        Self::parse(&format!("{self}/{tail}"))
    }

    /// The path as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The names on the way, from the project's folder down.
    pub fn parts(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.0.split('/')
    }

    /// The last name.
    #[must_use]
    pub fn name(&self) -> &str {
        self.parts().next_back().unwrap_or_default()
    }
}

impl fmt::Display for ProjectPath {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(&self.0)
    }
}

impl AsRef<str> for ProjectPath {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for PathError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let why = match self.flaw {
            PathFlaw::Empty => {
                return out.write_str("the path is empty: write one such as `seeds/article.txt`");
            }
            PathFlaw::Absolute => {
                "is absolute: write it relative to the project, such as `seeds/article.txt`"
            }
            PathFlaw::Climbs => "leaves the project with `..`: put the file inside the project",
            PathFlaw::Backslash => "has a backslash: write `/` between folders",
            PathFlaw::Drive => "starts with a drive: write it relative to the project",
            PathFlaw::Unprintable => "holds a character that cannot be seen: rename the file",
            PathFlaw::TooLong => "is too long: at most 1,024 bytes, and 255 for each name",
        };
        write!(out, "path `{}` {why}", shown(&self.text))
    }
}

impl std::error::Error for PathError {}

/// `text` fit for a message: what cannot be seen stands as `\u{…}`, and a long text is cut.
#[must_use]
pub fn shown(text: &str) -> String {
    const LONGEST: usize = 300;
    let mut safe = String::new();
    for character in text.chars() {
        if safe.len() > LONGEST {
            safe.push('…');
            break;
        }
        match is_printable(character) {
            true => safe.push(character),
            false => safe.extend(character.escape_unicode()),
        }
    }
    safe
}

fn flaw_of(text: &str) -> Option<PathFlaw> {
    let bytes = text.as_bytes();
    if text.len() > LONGEST_PATH || text.split('/').any(|name| name.len() > LONGEST_NAME) {
        Some(PathFlaw::TooLong)
    } else if !text.chars().all(is_printable) {
        Some(PathFlaw::Unprintable)
    } else if matches!(bytes, [letter, b':', ..] if letter.is_ascii_alphabetic()) {
        Some(PathFlaw::Drive)
    } else if bytes.contains(&b'\\') {
        Some(PathFlaw::Backslash)
    } else if bytes.first() == Some(&b'/') {
        Some(PathFlaw::Absolute)
    } else if text.split('/').any(|name| name == "..") {
        Some(PathFlaw::Climbs)
    } else {
        None
    }
}

fn is_printable(character: char) -> bool {
    if character.is_ascii() {
        return !character.is_ascii_control();
    }
    // After another letter a combining mark is not escaped: names in decomposed form are fine.
    let text: String = ['a', character].iter().collect();
    text.escape_debug().nth(1) == Some(character)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flaw(text: &str) -> PathFlaw {
        ProjectPath::parse(text).unwrap_err().flaw
    }

    #[test]
    fn a_path_is_tidied() {
        for text in ["seeds/a.txt", "./seeds/a.txt", "seeds//a.txt", "seeds/./a.txt", "seeds/a.txt/"] {
            assert_eq!(ProjectPath::parse(text).unwrap().as_str(), "seeds/a.txt");
        }
        assert_eq!(
            ProjectPath::parse("seeds").unwrap().join("x/a b.txt").unwrap().as_str(),
            "seeds/x/a b.txt"
        );
        assert_eq!(ProjectPath::parse("seeds/a.txt").unwrap().name(), "a.txt");
    }

    #[test]
    fn what_leaves_the_project_is_refused() {
        assert_eq!(flaw(""), PathFlaw::Empty);
        assert_eq!(flaw("./"), PathFlaw::Empty);
        assert_eq!(flaw("/etc/passwd"), PathFlaw::Absolute);
        assert_eq!(flaw("seeds/../../x"), PathFlaw::Climbs);
        assert_eq!(flaw("seeds\\a.txt"), PathFlaw::Backslash);
        assert_eq!(flaw("c:/a.txt"), PathFlaw::Drive);
        assert_eq!(flaw("C:\\a.txt"), PathFlaw::Drive);
    }

    #[test]
    fn what_cannot_be_seen_is_refused_and_shown() {
        for text in ["a\0b", "a\nb", "a\u{202e}txt", "a\u{200b}b", "\u{feff}a"] {
            assert_eq!(flaw(text), PathFlaw::Unprintable, "{text:?}");
        }
        let error = ProjectPath::parse("a\u{202e}b").unwrap_err().to_string();
        assert_eq!(error, "path `a\\u{202e}b` holds a character that cannot be seen: rename the file");
    }

    #[test]
    fn letters_of_any_script_are_fine() {
        for text in ["источники/статья.txt", "e\u{301}t\u{e9}.txt", "مقال.txt", "記事.txt", "it's \"a\".txt"]
        {
            assert_eq!(ProjectPath::parse(text).unwrap().as_str(), text);
        }
    }

    #[test]
    fn names_longer_than_file_systems_allow_are_refused() {
        assert_eq!(flaw(&"a".repeat(256)), PathFlaw::TooLong);
        assert_eq!(flaw(&"a/".repeat(600)), PathFlaw::TooLong);
        assert!(ProjectPath::parse(&"a".repeat(255)).is_ok());
    }

    #[test]
    fn a_long_text_is_cut() {
        assert!(shown(&"x".repeat(100_000)).len() < 400);
    }
}
