//! Why can a fact base be unreadable: every code with one line on it.

/// The codes of [`Unreadable`](super::Unreadable), each with what it says, sorted by code.
pub const CODES: &[(&str, &str)] = &[
    (ANCHOR, "anchors, aliases and merge keys are refused: each fact says what it says where it stands"),
    (BIDI, "characters that turn the reading direction around are refused"),
    (CONTROL, "control characters are refused, but for line breaks in prose"),
    (DIRECTIVE, "directives other than `%YAML` are refused"),
    (SECOND_DOCUMENT, "a file holds one YAML document"),
    (DUPLICATE_KEY, "a key stands twice in one map, or an id in two files"),
    (EMPTY_FILE, "the file holds nothing"),
    (FLOW_COMMA, "in flow style (`{…}`, `[…]`) a comma ends the text before it"),
    (HASH_CUT, "a `#` without a blank after it cuts off the end of a text that has no quotation marks"),
    (JOINER, "invisible joiners may stand only after letters of scripts that need them"),
    (MISSING_KEY, "a key that must be there is not"),
    (NAMELESS, "private-use characters, non-characters and byte-order marks within a text are refused"),
    (NULL, "a key has no value"),
    (TAB, "YAML is indented with spaces, not with tabs"),
    (TAG, "tags are refused: every scalar is text"),
    (TOO_DEEP, "maps and lists stand in each other too deeply"),
    (TOO_LARGE, "the fact base is larger than 64 MiB, or has more parts than can be meant"),
    (UNKNOWN_KEY, "no such key is known here"),
    (WRONG_ID, "an id is made of small letters, digits, `-` and `_`, at most 64"),
    (WRONG_TYPE, "a text, a list or a map stands where another of the three is due"),
    (
        WRONG_URL,
        "an address is `http` or `https`, names a host and no user, and has at most 2,048 characters",
    ),
    (WRONG_VALUE, "a value does not have the form that its key asks for"),
    (WRONG_WORD, "a word is not on its key's list"),
    (
        SYNTAX,
        "the file is not YAML: a line is no `key: value`, does not stand in a column of the lines above, or holds a \
         text that needs quotation marks",
    ),
];

pub(super) const ANCHOR: &str = "anchor-refused";
pub(super) const BIDI: &str = "bidi-character";
pub(super) const CONTROL: &str = "control-character";
pub(super) const DIRECTIVE: &str = "directive-refused";
pub(super) const SECOND_DOCUMENT: &str = "document-refused";
pub(super) const DUPLICATE_KEY: &str = "duplicate-key";
pub(super) const EMPTY_FILE: &str = "empty-file";
pub(super) const FLOW_COMMA: &str = "flow-comma";
pub(super) const HASH_CUT: &str = "hash-cut";
pub(super) const JOINER: &str = "joiner-character";
pub(super) const MISSING_KEY: &str = "missing-key";
pub(super) const NAMELESS: &str = "nameless-character";
pub(super) const NULL: &str = "null-value";
pub(super) const TAB: &str = "tab-indent";
pub(super) const TAG: &str = "tag-refused";
pub(super) const TOO_DEEP: &str = "too-deep";
pub(super) const TOO_LARGE: &str = "too-large";
pub(super) const UNKNOWN_KEY: &str = "unknown-key";
pub(super) const WRONG_ID: &str = "wrong-id";
pub(super) const WRONG_TYPE: &str = "wrong-type";
pub(super) const WRONG_URL: &str = "wrong-url";
pub(super) const WRONG_VALUE: &str = "wrong-value";
pub(super) const WRONG_WORD: &str = "wrong-word";
pub(super) const SYNTAX: &str = "yaml-syntax";
