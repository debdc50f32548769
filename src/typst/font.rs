//! Which characters does a font file have?

use std::ops::RangeInclusive;

/// The characters of all fonts of a file, as its `cmap` tables list them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Coverage(Vec<RangeInclusive<u32>>);

/// More fonts than any collection has, more ranges than any script needs.
const MOST_FONTS: u32 = 256;
const MOST_RANGES: u32 = 100_000;

impl Coverage {
    /// What a TrueType or OpenType file, or a collection of them, can show; none if it is no font.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let file = File(bytes);
        let fonts = file.fonts()?;
        let mut ranges: Vec<RangeInclusive<u32>> =
            fonts.into_iter().filter_map(|font| file.cmap(font)).flat_map(|cmap| file.ranges(cmap)).collect();
        ranges.sort_unstable_by_key(|range| *range.start());
        ranges.dedup();
        (!ranges.is_empty()).then_some(Self(ranges))
    }

    /// Whether it has a character.
    #[must_use]
    pub fn has(&self, character: char) -> bool {
        self.0.iter().any(|range| range.contains(&u32::from(character)))
    }
}

/// Whether a file is a font, or a collection of fonts, whose tables all lie within it.
#[must_use]
pub fn is_font(bytes: &[u8]) -> bool {
    let file = File(bytes);
    let Some(fonts) = file.fonts() else { return false };
    !fonts.is_empty() && fonts.into_iter().all(|font| file.is_whole(font))
}

/// A file of big-endian numbers; whatever it says, nothing is read beyond its end.
#[derive(Clone, Copy)]
struct File<'b>(&'b [u8]);

impl File<'_> {
    fn u16(self, at: u32) -> Option<u32> {
        let at = usize::try_from(at).ok()?;
        let bytes = self.0.get(at..at.checked_add(2)?)?;
        Some(u32::from(u16::from_be_bytes(bytes.try_into().ok()?)))
    }

    fn u32(self, at: u32) -> Option<u32> {
        let at = usize::try_from(at).ok()?;
        let bytes = self.0.get(at..at.checked_add(4)?)?;
        Some(u32::from_be_bytes(bytes.try_into().ok()?))
    }

    /// Where its fonts begin; none if it is no font file, or promises more fonts than it has.
    fn fonts(self) -> Option<Vec<u32>> {
        match self.0.get(..4)? {
            b"ttcf" => {
                let count = self.u32(8).filter(|count| *count <= MOST_FONTS)?;
                (0..count).map(|nth| self.u32(12 + nth * 4)).collect()
            }
            [0, 1, 0, 0] | b"OTTO" | b"true" => Some(vec![0]),
            _ => None,
        }
    }

    /// Whether every table of the font that begins at `font` lies within the file.
    fn is_whole(self, font: u32) -> bool {
        let table = |nth: u32| {
            let record = font.checked_add(12 + nth * 16)?;
            let end = self.u32(record.checked_add(8)?)?.checked_add(self.u32(record.checked_add(12)?)?)?;
            usize::try_from(end).ok().filter(|end| *end <= self.0.len())
        };
        let count = font.checked_add(4).and_then(|at| self.u16(at)).unwrap_or_default();
        count > 0 && (0..count).all(|nth| table(nth).is_some())
    }

    /// Where the font that begins at `font` keeps its table of characters.
    fn cmap(self, font: u32) -> Option<u32> {
        let first = font.checked_add(12)?;
        let records = (0..self.u16(font.checked_add(4)?)?).map(|nth| first.checked_add(nth * 16));
        for record in records {
            let record = record?;
            if self.u32(record)? == u32::from_be_bytes(*b"cmap") {
                return self.u32(record.checked_add(8)?);
            }
        }
        None
    }

    /// The ranges of every subtable in one of the two forms that text needs: 4 for the first plane, 12 for all.
    fn ranges(self, cmap: u32) -> Vec<RangeInclusive<u32>> {
        let subtables = self.u16(cmap.saturating_add(2)).unwrap_or_default().min(MOST_FONTS);
        let at = |nth: u32| cmap.checked_add(self.u32(cmap.checked_add(8 + nth * 8)?)?);
        let mut ranges = Vec::new();
        for subtable in (0..subtables).filter_map(at) {
            match self.u16(subtable) {
                Some(4) => ranges.extend(self.segments(subtable)),
                Some(12) => ranges.extend(self.groups(subtable)),
                _ => {}
            }
        }
        ranges
    }

    fn segments(self, subtable: u32) -> Vec<RangeInclusive<u32>> {
        let bytes = self.u16(subtable.saturating_add(6)).unwrap_or_default() & !1;
        let segment = |nth: u32| {
            let end = subtable.checked_add(14 + nth * 2)?;
            let (first, last) = (self.u16(end.checked_add(bytes + 2)?)?, self.u16(end)?);
            // The last segment is a mark that the list is over.
            (first <= last && first != 0xFFFF).then_some(first..=last)
        };
        (0..bytes / 2).filter_map(segment).collect()
    }

    fn groups(self, subtable: u32) -> Vec<RangeInclusive<u32>> {
        let count = self.u32(subtable.saturating_add(12)).unwrap_or_default().min(MOST_RANGES);
        let group = |nth: u32| {
            let at = subtable.checked_add(16 + nth * 12)?;
            let (first, last) = (self.u32(at)?, self.u32(at.checked_add(4)?)?);
            (first <= last).then_some(first..=last)
        };
        (0..count).map_while(|nth| Some(group(nth))).flatten().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NASKH: &[u8] = include_bytes!("../../tests/fonts/NotoNaskhArabic-Subset.ttf");

    #[test]
    fn a_font_has_its_letters_and_no_others() {
        let coverage = Coverage::of(NASKH).unwrap();
        assert!("مرحبا بالعالم".chars().all(|letter| coverage.has(letter)));
        assert!(!"你ק".chars().any(|letter| coverage.has(letter)));
    }

    #[test]
    fn a_font_is_whole_or_it_is_none() {
        assert!(is_font(NASKH));
        let cut = |len: usize| NASKH.get(..len).unwrap();
        for broken in
            [&b""[..], b"a font", b"ttcf\0\x01\0\0\xff\xff\xff\xff", cut(100), cut(NASKH.len() - 1_000)]
        {
            assert!(!is_font(broken), "{} bytes", broken.len());
        }
        let mut lost = NASKH.to_vec();
        lost[12 + 8] = 0x7f;
        assert!(!is_font(&lost), "a table beyond the end");
    }

    #[test]
    fn what_is_no_font_or_breaks_off_is_none_or_less() {
        assert_eq!(Coverage::of(b"a font"), None);
        assert_eq!(Coverage::of(b"ttcf\0\x01\0\0\xff\xff\xff\xff"), None);
        for cut in (0..NASKH.len()).step_by(7) {
            let _ = Coverage::of(&NASKH[..cut]);
        }
        let mut spoilt = NASKH.to_vec();
        for at in (0..spoilt.len().min(2_000)).step_by(3) {
            spoilt[at] ^= 0xff;
            let _ = Coverage::of(&spoilt);
        }
    }
}
