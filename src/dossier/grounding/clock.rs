//! Do two texts tell the same time of day: `7:30 p.m.`, `19:30`, `7.30pm`?

/// Whether two clock times can be the same; nothing if one of them is none, or tells its zone.
pub(super) fn same(one: &str, other: &str) -> Option<bool> {
    let (one, other) = (minutes(one)?, minutes(other)?);
    Some(one.iter().any(|minute| other.contains(minute)))
}

/// Whether `04.20` can be a time of day without a word that says so: two figures on either side of the dot.
pub(super) fn is_dotted(text: &str) -> bool {
    text.len() == 5 && text.as_bytes().get(2) == Some(&b'.') && minutes(text).is_some()
}

/// The minutes of the day that a clock time can mean: `7:30` in the morning or in the evening.
fn minutes(text: &str) -> Option<Vec<u16>> {
    let end = text.find(|other: char| !other.is_ascii_digit() && !matches!(other, ':' | '.'));
    let (digits, rest) = text.split_at_checked(end.unwrap_or(text.len()))?;
    let mut parts = digits.trim_end_matches('.').split([':', '.']);
    let (hour, minute) = (parts.next()?, parts.next());
    let minute: u16 = match minute {
        Some(written) if written.len() == 2 && parts.next().is_none() => written.parse().ok()?,
        Some(_) => return None,
        None => 0,
    };
    let padded = hour.starts_with('0');
    let hour: u16 = hour.parse().ok().filter(|hour| *hour <= 24)?;
    let letters: String = rest.chars().filter(|one| one.is_alphabetic()).collect::<String>().to_lowercase();
    let half = (1..=12).contains(&hour);
    let hours = match letters.as_str() {
        "am" if half => vec![hour % 12],
        "pm" if half => vec![hour % 12 + 12],
        "" | "am" | "pm" | "oclock" if !half || padded => vec![hour % 24],
        "" | "oclock" => vec![hour % 12, hour % 12 + 12],
        _ => return None,
    };
    (minute < 60).then(|| hours.into_iter().map(|hour| hour * 60 + minute).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::grounding::{Claim, Quoted, ground};

    #[test]
    fn a_time_of_day_is_the_same_however_it_is_written() {
        for (one, other, want) in [
            ("4:20 a.m.", "4.20 am", Some(true)),
            ("4:20 a.m.", "4.20am", Some(true)),
            ("4:20 a.m.", "04.20", Some(true)),
            ("4:20 a.m.", "04:20", Some(true)),
            ("4:20 a.m.", "4:20", Some(true)),
            ("7:30 p.m.", "19:30", Some(true)),
            ("7:30 p.m.", "07:30", Some(false)),
            ("7 p.m.", "19:00", Some(true)),
            ("7 p.m.", "7 a.m.", Some(false)),
            ("12 a.m.", "0:00", Some(true)),
            ("12.30 pm", "12:30", Some(true)),
            ("5 o'clock", "17:00", Some(true)),
            ("7:30 p.m.", "7:45 p.m.", Some(false)),
            ("0600 GMT", "6 a.m.", None),
            ("6 GMT", "6 a.m.", None),
            ("7:30:15", "7:30", None),
        ] {
            assert_eq!(same(one, other), want, "{one} | {other}");
        }
    }

    #[test]
    fn a_claim_may_write_a_time_of_day_in_its_own_way() {
        let flaws = |quotation: &str, claim: &str| {
            let quoted = Quoted { text: quotation, published: None };
            ground(&quoted, &Claim { text: claim, date: None }).len()
        };
        for claim in ["It struck at 4.20 am.", "It struck at 04.20.", "It struck at 4:20 on that day."] {
            assert_eq!(flaws("The quake struck at 4:20 a.m.", claim), 0, "{claim}");
        }
        for claim in
            ["It struck at 16:20.", "It struck at 4.25 am.", "It struck 04.20 metres.", "It struck at 04.25."]
        {
            assert_eq!(flaws("The quake struck at 4:20 a.m.", claim), 1, "{claim}");
        }
        assert_eq!(flaws("It rose by 4.20 points.", "It rose at 4:20 a.m."), 1);
    }
}
