//! What stands in `SHA256SUMS`, which `sha256sum -c` and `shasum -a 256 -c` read?

use crate::disk::sha256_hex;

/// The name of the file.
pub const SUMS: &str = "SHA256SUMS";

/// A line for each file, sorted by name. The names are those of outputs: plain letters, digits, `.`, `-` and `_`.
#[must_use]
pub fn sums<'a>(files: impl Iterator<Item = (&'a str, &'a [u8])>) -> String {
    let mut lines: Vec<(&str, String)> = files.map(|(name, bytes)| (name, sha256_hex(bytes))).collect();
    lines.sort_unstable();
    lines.iter().map(|(name, sha256)| format!("{sha256}  {name}\n")).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn lines_are_those_of_sha256sum_sorted_by_name() {
        let files: [(&str, &[u8]); 2] = [("b.md", b"abc"), ("a.md", b"")];
        let expected = "\
e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a.md
ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  b.md
";
        assert_eq!(super::sums(files.into_iter()), expected);
    }
}
