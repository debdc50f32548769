//! Is this a time of day as EDTF writes it: `10:10:10Z`, `23:20:30-04`, `12:00:00+02:30`?

/// A time of day and its zone, as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Clock {
    time: String,
    zone: String,
}

impl Clock {
    /// Reads what stands after the `T`.
    pub(super) fn read(written: &str) -> Option<Self> {
        let at = written.find(['Z', '+', '-']).unwrap_or(written.len());
        let (time, zone) = (written.get(..at)?, written.get(at..)?);
        (is_time(time) && is_zone(zone)).then(|| Self { time: time.to_owned(), zone: zone.to_owned() })
    }

    /// For readers: `10:10 (UTC)`, `23:20 (UTC-04)`.
    pub(super) fn english(&self) -> String {
        let time = self.time.strip_suffix(":00").unwrap_or(&self.time);
        match self.zone.as_str() {
            "" => time.to_owned(),
            "Z" => format!("{time} (UTC)"),
            zone => format!("{time} (UTC{})", zone.replace('-', "\u{2212}")),
        }
    }
}

/// `hh:mm:ss`, with a fraction of the second if wanted; midnight at a day's end is `24:00:00`.
fn is_time(time: &str) -> bool {
    let (whole, fraction) = time.split_once('.').map_or((time, "0"), |(whole, fraction)| (whole, fraction));
    let mut parts = whole.split(':').map(two_digits);
    let read = (parts.next().flatten(), parts.next().flatten(), parts.next().flatten(), parts.next());
    let (Some(hour), Some(minute), Some(second), None) = read else { return false };
    let fraction_stands = !fraction.is_empty() && fraction.bytes().all(|byte| byte.is_ascii_digit());
    let end_of_day = (hour, minute, second) == (24, 0, 0);
    fraction_stands && (end_of_day || hour < 24) && minute < 60 && second < 60
}

/// Nothing, `Z`, `±hh`, `±hh:mm` or `±hhmm`; the world's zones run from −12:00 to +14:00.
fn is_zone(zone: &str) -> bool {
    let (shift, west) = match zone.as_bytes().first() {
        None => return true,
        Some(b'+') => (&zone[1..], false),
        Some(b'-') => (&zone[1..], true),
        Some(_) => return zone == "Z",
    };
    let minutes = match shift.len() {
        2 => Some("00"),
        4 => shift.get(2..),
        5 => shift.get(2..).and_then(|rest| rest.strip_prefix(':')),
        _ => None,
    };
    let hours = shift.get(..2).and_then(two_digits);
    let (Some(hours), Some(minutes)) = (hours, minutes.and_then(two_digits)) else { return false };
    let farthest = if west { 12 } else { 14 };
    minutes < 60 && hours * 60 + minutes <= farthest * 60
}

fn two_digits(text: &str) -> Option<u32> {
    let two = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    if two { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_day_are_whole_and_within_the_worlds_zones() {
        for good in ["00:00:00", "24:00:00", "10:10:10Z", "10:10:10+14", "10:10:10-12:00", "10:10:10.5-0030"]
        {
            assert!(Clock::read(good).is_some(), "{good}");
        }
        for bad in ["", "10:10", "10:10:10z", "24:00:01", "10:60:00", "10:10:60", "10:10:1000:59"] {
            assert_eq!(Clock::read(bad), None, "{bad}");
        }
        for bad in ["10:10:10-1201", "10:10:10-13", "10:10:10+15", "10:10:10+1", "10:10:10.", "10:10:10+ä"] {
            assert_eq!(Clock::read(bad), None, "{bad}");
        }
    }

    #[test]
    fn readers_see_the_zone() {
        assert_eq!(Clock::read("10:10:00Z").unwrap().english(), "10:10 (UTC)");
        assert_eq!(Clock::read("23:20:30-04").unwrap().english(), "23:20:30 (UTC−04)");
    }
}
