//! What do the bytes of a zlib stream stand for (RFC 1950, RFC 1951)?
//!
//! A PDF carries its attachments so compressed. A stream that is damaged anywhere, or that grows beyond a limit, is
//! none: the sum at its end is checked.

/// The longest code of a Huffman table.
const LONGEST: usize = 15;

/// The bytes that `stream` stands for, if it is whole and they are no more than `limit`.
pub(super) fn inflate(stream: &[u8], limit: usize) -> Option<Vec<u8>> {
    let [method, flags, ..] = *stream else { return None };
    let header = u16::from_be_bytes([method, flags]);
    // Method 8 is the only one; a preset dictionary is never used in a PDF.
    if method & 15 != 8 || header % 31 != 0 || flags & 32 != 0 {
        return None;
    }
    let mut work = Work { bits: Bits { bytes: stream, at: 2, held: 0, count: 0 }, out: Vec::new(), limit };
    while !work.block()? {}
    let sum = work.bits.rest()?.get(..4)?;
    (sum == adler(&work.out).to_be_bytes()).then_some(work.out)
}

/// The sum at the end of a zlib stream.
fn adler(bytes: &[u8]) -> u32 {
    const BASE: u32 = 65_521;
    let (mut low, mut high) = (1_u32, 0_u32);
    // So many bytes cannot overflow the sums.
    for some in bytes.chunks(5552) {
        for byte in some {
            low += u32::from(*byte);
            high += low;
        }
        (low, high) = (low % BASE, high % BASE);
    }
    high << 16 | low
}

/// The stream as bits, lowest first.
struct Bits<'s> {
    bytes: &'s [u8],
    at: usize,
    held: u32,
    count: u32,
}

impl<'s> Bits<'s> {
    /// The next `count` bits, at most 16.
    fn take(&mut self, count: u32) -> Option<u32> {
        while self.count < count {
            self.held |= u32::from(*self.bytes.get(self.at)?) << self.count;
            self.at += 1;
            self.count += 8;
        }
        let bits = self.held & ((1 << count) - 1);
        self.held >>= count;
        self.count -= count;
        Some(bits)
    }

    /// What follows, from the next whole byte.
    fn rest(&mut self) -> Option<&'s [u8]> {
        let whole = usize::try_from(self.count / 8).ok()?;
        (self.held, self.count) = (0, 0);
        self.at -= whole;
        self.bytes.get(self.at..)
    }
}

/// A Huffman table: how many codes there are of each length, and their symbols in order.
struct Table {
    counts: [u16; LONGEST + 1],
    symbols: Vec<u16>,
}

impl Table {
    fn new(lengths: &[u8]) -> Option<Self> {
        let mut counts = [0_u16; LONGEST + 1];
        for length in lengths {
            *counts.get_mut(usize::from(*length))? += 1;
        }
        *counts.first_mut()? = 0;
        let mut left = 1_i32;
        for count in counts.iter().skip(1) {
            left = (left << 1) - i32::from(*count);
            if left < 0 {
                return None;
            }
        }
        let mut symbols: Vec<(u8, u16)> =
            (0_u16..).zip(lengths).map(|(symbol, length)| (*length, symbol)).collect();
        symbols.retain(|(length, _)| *length > 0);
        symbols.sort_unstable();
        Some(Self { counts, symbols: symbols.into_iter().map(|(_, symbol)| symbol).collect() })
    }

    fn symbol(&self, bits: &mut Bits<'_>) -> Option<u16> {
        let (mut code, mut first, mut index) = (0_u32, 0_u32, 0_u32);
        for count in self.counts.iter().skip(1) {
            code |= bits.take(1)?;
            let count = u32::from(*count);
            if code < first + count {
                return self.symbols.get(usize::try_from(index + code - first).ok()?).copied();
            }
            index += count;
            first = (first + count) << 1;
            code <<= 1;
        }
        None
    }
}

/// A stream on its way to bytes.
struct Work<'s> {
    bits: Bits<'s>,
    out: Vec<u8>,
    limit: usize,
}

/// Shortest length and bits that follow, for the symbols from 257.
const LENGTHS: [(u16, u32); 29] = [
    (3, 0),
    (4, 0),
    (5, 0),
    (6, 0),
    (7, 0),
    (8, 0),
    (9, 0),
    (10, 0),
    (11, 1),
    (13, 1),
    (15, 1),
    (17, 1),
    (19, 2),
    (23, 2),
    (27, 2),
    (31, 2),
    (35, 3),
    (43, 3),
    (51, 3),
    (59, 3),
    (67, 4),
    (83, 4),
    (99, 4),
    (115, 4),
    (131, 5),
    (163, 5),
    (195, 5),
    (227, 5),
    (258, 0),
];

/// The order in which the lengths of the codes for lengths are given.
const ORDER: [usize; 19] = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

impl Work<'_> {
    /// Reads a block; whether it is the last.
    fn block(&mut self) -> Option<bool> {
        let last = self.bits.take(1)? == 1;
        match self.bits.take(2)? {
            0 => self.stored()?,
            1 => {
                let mut lengths = [8_u8; 288];
                lengths.get_mut(144..256)?.fill(9);
                lengths.get_mut(256..280)?.fill(7);
                self.coded(&Table::new(&lengths)?, &Table::new(&[5; 30])?)?;
            }
            2 => {
                let (literals, distances) = self.tables()?;
                self.coded(&literals, &distances)?;
            }
            _ => return None,
        }
        Some(last)
    }

    fn stored(&mut self) -> Option<()> {
        let rest = self.bits.rest()?;
        let [a, b, c, d] = *rest.first_chunk::<4>()?;
        let length = u16::from_le_bytes([a, b]);
        if length != !u16::from_le_bytes([c, d]) {
            return None;
        }
        let bytes = rest.get(4..4 + usize::from(length))?;
        self.bits.at += 4 + bytes.len();
        self.grow(bytes.len())?;
        self.out.extend_from_slice(bytes);
        Some(())
    }

    /// The tables that stand at the head of a block.
    fn tables(&mut self) -> Option<(Table, Table)> {
        let literals = usize::try_from(self.bits.take(5)?).ok()? + 257;
        let distances = usize::try_from(self.bits.take(5)?).ok()? + 1;
        let given = usize::try_from(self.bits.take(4)?).ok()? + 4;
        let mut lengths = [0_u8; 19];
        for at in ORDER.iter().take(given) {
            *lengths.get_mut(*at)? = u8::try_from(self.bits.take(3)?).ok()?;
        }
        let codes = Table::new(&lengths)?;
        let mut lengths: Vec<u8> = Vec::with_capacity(literals + distances);
        while lengths.len() < literals + distances {
            let (length, times) = match codes.symbol(&mut self.bits)? {
                16 => (*lengths.last()?, 3 + self.bits.take(2)?),
                17 => (0, 3 + self.bits.take(3)?),
                18 => (0, 11 + self.bits.take(7)?),
                length => (u8::try_from(length).ok()?, 1),
            };
            lengths.extend(std::iter::repeat_n(length, usize::try_from(times).ok()?));
        }
        let (first, second) = lengths.split_at_checked(literals)?;
        (second.len() == distances).then_some(())?;
        Some((Table::new(first)?, Table::new(second)?))
    }

    fn coded(&mut self, literals: &Table, distances: &Table) -> Option<()> {
        loop {
            let symbol = literals.symbol(&mut self.bits)?;
            if let Ok(byte) = u8::try_from(symbol) {
                self.grow(1)?;
                self.out.push(byte);
                continue;
            }
            let Some(at) = symbol.checked_sub(257) else { return Some(()) };
            let (shortest, more) = *LENGTHS.get(usize::from(at))?;
            let length = usize::from(shortest) + usize::try_from(self.bits.take(more)?).ok()?;
            let distance = self.distance(distances)?;
            self.repeat(length, distance)?;
        }
    }

    fn distance(&mut self, distances: &Table) -> Option<usize> {
        let symbol = u32::from(distances.symbol(&mut self.bits)?);
        // Each pair of symbols reaches twice as far as the pair before; there are 30 symbols.
        let distance = match symbol {
            0..=3 => symbol + 1,
            4..=29 => {
                let more = symbol / 2 - 1;
                ((2 + symbol % 2) << more) + 1 + self.bits.take(more)?
            }
            _ => return None,
        };
        usize::try_from(distance).ok()
    }

    fn repeat(&mut self, length: usize, distance: usize) -> Option<()> {
        self.grow(length)?;
        let from = self.out.len().checked_sub(distance)?;
        for at in from..from + length {
            let byte = *self.out.get(at)?;
            self.out.push(byte);
        }
        Some(())
    }

    /// Whether so many more bytes are allowed.
    fn grow(&self, by: usize) -> Option<()> {
        (self.out.len() + by <= self.limit).then_some(())
    }
}

#[cfg(test)]
#[path = "inflate_tests.rs"]
mod tests;
