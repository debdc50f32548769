//! Do these characters write one EDTF date, such as `2004?-~06-1X`, and if not, what keeps them from it?

use super::clock::Clock;
use super::limits;
use super::point::{Digits, Mark, Point, Year, number};
use super::trouble::Trouble;

/// Reads one date, whole.
pub(super) fn point(written: &str) -> Result<Point, Trouble> {
    let (date, clock) = match written.split_once('T') {
        Some((date, clock)) => (date, Some(clock)),
        None => (written, None),
    };
    let mut cursor = Cursor { rest: date.as_bytes() };
    let mut point = cursor.point().ok_or(Trouble::Form)?;
    if !cursor.rest.is_empty() {
        return Err(Trouble::Form);
    }
    if let Some(clock) = clock {
        let whole = limits::exact_day(&point).is_some() && !point.is_marked();
        let read = Clock::read(clock).ok_or_else(|| Trouble::Clock(clock.to_owned()))?;
        point.clock = Some(read).filter(|_| whole);
        point.clock.as_ref().ok_or(Trouble::Form)?;
    }
    limits::possible(point)
}

struct Cursor<'a> {
    rest: &'a [u8],
}

impl Cursor<'_> {
    fn point(&mut self) -> Option<Point> {
        let lead = self.mark();
        let (year, significant) = self.year()?;
        let trail = self.mark();
        let mut point = Point { year, significant, ..Point::of_year(0) };
        point.marks[0] = lead.and(trail);
        let may_go_on = matches!(year, Year::Digits { .. }) && significant.is_none();
        if !may_go_on || !self.eat(b'-') {
            return Some(point);
        }
        let lead = self.mark();
        let month = self.digits()?;
        let trail = self.mark();
        match number(&month, 0) {
            21..=41 if !month.contains(&None) => point.season = u8::try_from(number(&month, 0)).ok(),
            _ => point.month = Some(month),
        }
        point.marks[0] = point.marks[0].and(trail);
        point.marks[1] = lead.and(trail);
        if point.season.is_some() || !self.eat(b'-') {
            return Some(point);
        }
        let lead = self.mark();
        point.day = Some(self.digits()?);
        let trail = self.mark();
        point.marks[2] = lead;
        point.marks = point.marks.map(|mark| mark.and(trail));
        Some(point)
    }

    fn eat(&mut self, byte: u8) -> bool {
        let eaten = self.rest.strip_prefix(&[byte]);
        self.rest = eaten.unwrap_or(self.rest);
        eaten.is_some()
    }

    fn mark(&mut self) -> Mark {
        if self.eat(b'?') {
            Mark { uncertain: true, approximate: false }
        } else if self.eat(b'~') {
            Mark { uncertain: false, approximate: true }
        } else if self.eat(b'%') {
            Mark { uncertain: true, approximate: true }
        } else {
            Mark::default()
        }
    }

    fn year(&mut self) -> Option<(Year, Option<u8>)> {
        if self.eat(b'Y') {
            return self.long_year();
        }
        let negative = self.eat(b'-');
        let mut digits = [None; 4];
        let mut length = 0;
        for place in &mut digits {
            let Some((byte, rest)) = self.rest.split_first() else { break };
            match byte {
                b'0'..=b'9' => *place = Some(byte - b'0'),
                b'X' => {}
                _ => break,
            }
            self.rest = rest;
            length += 1;
        }
        if negative && digits.iter().take(length).all(|digit| *digit == Some(0)) {
            return None;
        }
        let year = match length {
            4 => Year::Digits { negative, digits },
            2 | 3 => round(negative, digits.get(..length)?)?,
            _ => return None,
        };
        let significant = if length == 4 { self.significant(4)? } else { None };
        Some((year, significant))
    }

    /// `Y-170000002`, `Y17E7`, `Y17101E4S3`: longer than four digits once it is written out.
    fn long_year(&mut self) -> Option<(Year, Option<u8>)> {
        let negative = self.eat(b'-');
        if self.rest.first() == Some(&b'0') {
            return None;
        }
        let (mut year, mut length) = self.count()?;
        if self.eat(b'E') {
            let (exponent, _) = self.count()?;
            let exponent = u32::try_from(exponent).ok()?;
            year = year.checked_mul(10_i64.checked_pow(exponent)?)?;
            length += usize::try_from(exponent).ok()?;
        }
        let significant = self.significant(length)?;
        (length > 4).then_some((Year::Long(if negative { -year } else { year }), significant))
    }

    /// `S` and how many digits are significant, if it stands here; nothing at all if that cannot be.
    #[expect(clippy::option_option, reason = "absent is fine, wrong is not")]
    fn significant(&mut self, length: usize) -> Option<Option<u8>> {
        if !self.eat(b'S') {
            return Some(None);
        }
        let (count, _) = self.count()?;
        let count = u8::try_from(count).ok()?;
        (1..=length).contains(&usize::from(count)).then_some(Some(count))
    }

    /// A whole number and how many digits it has.
    fn count(&mut self) -> Option<(i64, usize)> {
        let length = self.rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let (digits, rest) = self.rest.split_at(length);
        self.rest = rest;
        std::str::from_utf8(digits).ok()?.parse().ok().map(|number| (number, length))
    }

    fn digits(&mut self) -> Option<Digits> {
        let (two, rest) = self.rest.split_at_checked(2)?;
        self.rest = rest;
        let digit = |byte: u8| match byte {
            b'0'..=b'9' => Some(Some(byte - b'0')),
            b'X' => Some(None),
            _ => None,
        };
        Some([digit(two[0])?, digit(two[1])?])
    }
}

/// The century `19` or the decade `197`; `X` has no place in them.
fn round(negative: bool, digits: &[Option<u8>]) -> Option<Year> {
    if digits.contains(&None) {
        return None;
    }
    let width = if digits.len() == 2 { 100 } else { 10 };
    let first = number(digits, 0) * width;
    let last = first + width - 1;
    Some(if negative { Year::Round(-last, -first) } else { Year::Round(first, last) })
}
