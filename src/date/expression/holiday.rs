//! Which feasts fall on the same day wherever they are kept?
//!
//! Days that differ from country to country (Independence Day, Victory Day, Labour Day in Europe) and those that
//! hang on a sighting of the moon are left out: a wrong day is worse than none.

use super::meaning::Holiday::{self, Easter, Fixed, Floating};
use crate::date::Weekday::{Monday, Sunday, Thursday};

/// Names as words, longer ones before those that they start with.
pub(super) const NAMES: [(&str, Holiday); 34] = [
    ("christmas eve", Fixed(12, 24)),
    ("christmas day", Fixed(12, 25)),
    ("christmas", Fixed(12, 25)),
    ("xmas", Fixed(12, 25)),
    ("boxing day", Fixed(12, 26)),
    ("new year s day", Fixed(1, 1)),
    ("new years day", Fixed(1, 1)),
    ("new year s eve", Fixed(12, 31)),
    ("new years eve", Fixed(12, 31)),
    ("new year eve", Fixed(12, 31)),
    ("valentine s day", Fixed(2, 14)),
    ("saint patrick s day", Fixed(3, 17)),
    ("st patrick s day", Fixed(3, 17)),
    ("saint patrick", Fixed(3, 17)),
    ("st patrick", Fixed(3, 17)),
    ("martin luther king day", Floating(1, 3, Monday)),
    ("martin luther king jr day", Floating(1, 3, Monday)),
    ("presidents day", Floating(2, 3, Monday)),
    ("mother s day", Floating(5, 2, Sunday)),
    ("father s day", Floating(6, 3, Sunday)),
    ("halloween", Fixed(10, 31)),
    ("bastille day", Fixed(7, 14)),
    ("juneteenth", Fixed(6, 19)),
    ("veterans day", Fixed(11, 11)),
    ("armistice day", Fixed(11, 11)),
    ("memorial day", Floating(5, -1, Monday)),
    ("labor day", Floating(9, 1, Monday)),
    ("columbus day", Floating(10, 2, Monday)),
    ("thanksgiving day", Floating(11, 4, Thursday)),
    ("thanksgiving", Floating(11, 4, Thursday)),
    ("good friday", Easter(-2)),
    ("easter sunday", Easter(0)),
    ("easter monday", Easter(1)),
    ("easter", Easter(0)),
];
