//! Which words may stand in a field that has a closed list of them.

/// Declares an enum whose variants are words of the fact base: how they are read, printed and put in the schema.
/// A word of several parts may be written with hyphens or with spaces.
macro_rules! words {
    (
        $(#[$meta:meta])*
        pub enum $name:ident { $( $(#[$variant_meta:meta])* $variant:ident = $word:literal, )+ }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $( $(#[$variant_meta])* $variant, )+ }

        impl $name {
            /// All of them in the order of the list.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            const WORDS: &[&str] = &[$($word),+];

            /// The word as it is written in the fact base.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $( Self::$variant => $word, )+ }
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let written = String::deserialize(from)?;
                match written.trim_end_matches('\n').replace(' ', "-").as_str() {
                    $( $word => Ok(Self::$variant), )+
                    _ => Err(serde::de::Error::unknown_variant(&written, Self::WORDS)),
                }
            }
        }

        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                std::borrow::Cow::Borrowed(stringify!($name))
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "enum": $crate::facts::words::spellings(Self::WORDS) })
            }
        }
    };
}

pub(super) use words;

/// Each word with hyphens, and with spaces if it has several parts.
pub(super) fn spellings(words: &[&str]) -> Vec<String> {
    let spaced = words.iter().filter(|word| word.contains('-')).map(|word| word.replace('-', " "));
    words.iter().map(|word| (*word).to_owned()).chain(spaced).collect()
}
