//! Does a manifest say what it said when it was written, and what of it does a PDF carry?

use std::collections::BTreeSet;

use super::manifest::Manifest;
use crate::disk::sha256_hex;

impl Manifest {
    /// With the seal that fits.
    #[must_use]
    pub fn sealed(self) -> Self {
        let open = Self { seal: String::new(), ..self };
        Self { seal: sha256_hex(open.text().as_bytes()), ..open }
    }

    /// Whether `bytes` are this manifest as it is written, and its seal fits: no byte was changed without a new seal.
    #[must_use]
    pub fn is_sealed(&self, bytes: &[u8]) -> bool {
        self.text().as_bytes() == bytes && self.clone().sealed().seal == self.seal
    }

    /// The part that does not depend on the outputs, under a seal of its own: the manifest that a PDF carries.
    #[must_use]
    pub fn inputs(&self) -> Self {
        let mut inputs = Self { outputs: Vec::new(), ..self.clone() };
        inputs.options.format.clear();
        inputs.sealed()
    }

    /// Whether it is such a part.
    #[must_use]
    pub fn is_part(&self) -> bool {
        self.outputs.is_empty() && self.options.format.is_empty()
    }

    /// The keys under which two manifests say different things; the seal is left out.
    #[must_use]
    pub fn differences(&self, other: &Self) -> Vec<String> {
        let value = |manifest: &Self| serde_json::to_value(manifest).unwrap_or_default();
        let (mine, theirs) = (value(self), value(other));
        let keys = [&mine, &theirs].into_iter().filter_map(serde_json::Value::as_object);
        let keys: BTreeSet<&String> = keys.flat_map(serde_json::Map::keys).collect();
        let differ = |key: &&String| *key != "seal" && mine.get(*key) != theirs.get(*key);
        keys.into_iter().filter(differ).cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::manifest::tests::manifest;
    use super::*;

    #[test]
    fn a_changed_byte_breaks_the_seal() {
        let (whole, text) = (manifest(), manifest().text());
        assert!(whole.is_sealed(text.as_bytes()));
        for at in 0..text.len() {
            let mut bytes = text.clone().into_bytes();
            bytes[at] ^= 1;
            let read = Manifest::parse(&bytes);
            assert!(read.is_err() || !read.unwrap().is_sealed(&bytes), "byte {at}");
        }
        let plain = text.replace(&whole.seal, "");
        assert_eq!(sha256_hex(plain.as_bytes()), whole.seal, "plain tools can make it, too");
    }

    #[test]
    fn a_pdf_carries_a_part_of_the_manifest() {
        let (whole, part) = (manifest(), manifest().inputs());
        assert!(part.is_sealed(part.text().as_bytes()));
        assert_eq!(whole.differences(&part), ["options", "outputs"]);
        assert_eq!(Manifest::parse(part.text().as_bytes()).unwrap(), part);
        assert_eq!(part.inputs(), part);
        assert!(part.is_part() && !whole.is_part());
        let draft = Manifest { draft: true, ..whole.clone() };
        assert_eq!(whole.differences(&draft), ["draft"]);
    }
}
