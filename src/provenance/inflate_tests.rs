use super::*;

const WORDS: &str = "the river rose, the river fell; the river rose again and the mayor spoke of the river";

/// The words as zlib writes them with its fixed table.
const FIXED: [u8; 63] = [
    120, 1, 43, 201, 72, 85, 40, 202, 44, 75, 45, 82, 40, 202, 47, 78, 213, 81, 40, 129, 243, 211, 82, 115,
    114, 172, 145, 248, 32, 121, 133, 196, 244, 196, 204, 60, 133, 196, 188, 20, 176, 68, 110, 98, 101, 126,
    145, 66, 113, 65, 126, 118, 170, 66, 126, 26, 66, 45, 0, 36, 150, 30, 180,
];

/// A text of many numbers as zlib writes it with tables of its own.
const DYNAMIC: [u8; 303] = [
    120, 218, 141, 148, 75, 110, 195, 48, 12, 68, 175, 194, 3, 116, 33, 126, 68, 91, 234, 105, 130, 192, 70,
    54, 65, 128, 216, 69, 175, 95, 178, 59, 201, 68, 217, 173, 49, 112, 226, 247, 102, 184, 223, 238, 39,
    148, 14, 5, 158, 219, 249, 222, 14, 120, 237, 240, 125, 59, 183, 247, 135, 61, 122, 188, 190, 142, 237,
    248, 132, 221, 67, 216, 1, 175, 33, 28, 67, 212, 65, 174, 33, 26, 67, 220, 161, 93, 67, 60, 134, 196,
    126, 78, 175, 41, 25, 83, 181, 3, 213, 107, 170, 142, 41, 237, 192, 193, 187, 116, 76, 45, 246, 223, 91,
    138, 97, 237, 160, 146, 114, 104, 29, 86, 76, 65, 160, 129, 199, 82, 82, 22, 232, 236, 9, 83, 26, 104,
    248, 81, 36, 229, 129, 236, 112, 91, 74, 4, 93, 66, 211, 188, 26, 174, 33, 242, 48, 81, 65, 117, 93, 154,
    115, 49, 21, 180, 230, 29, 65, 147, 193, 36, 57, 151, 230, 5, 192, 148, 11, 153, 15, 137, 124, 76, 92,
    200, 124, 136, 96, 202, 133, 124, 14, 107, 222, 22, 50, 31, 149, 90, 202, 133, 204, 71, 93, 52, 229, 66,
    230, 67, 35, 31, 19, 23, 50, 31, 26, 189, 111, 230, 98, 62, 22, 202, 251, 66, 230, 99, 137, 190, 119,
    230, 226, 243, 144, 252, 154, 176, 249, 104, 145, 143, 249, 160, 152, 143, 22, 249, 157, 184, 176, 239,
    163, 252, 163, 48, 236, 3, 41, 81, 3, 39, 50, 236, 11, 193, 154, 31, 23, 174, 62, 225, 200, 201, 196,
    134, 213, 131, 209, 232, 102, 56, 38, 5, 89, 243, 214, 240, 250, 123, 21, 36, 199, 99, 90, 176, 254, 125,
    103, 126, 0, 72, 165, 243, 231,
];

fn numbers() -> String {
    (0..40).map(|i| format!("fact {i}: {} metres of water, {} houses; ", i * i, i % 7)).collect()
}

/// The words as they are, in two blocks.
fn stored() -> Vec<u8> {
    let mut stream = vec![0x78, 0x01];
    let (head, tail) = WORDS.as_bytes().split_at(10);
    for (last, part) in [(0, head), (1, tail)] {
        let length = u16::try_from(part.len()).unwrap();
        stream.push(last);
        stream.extend(length.to_le_bytes());
        stream.extend((!length).to_le_bytes());
        stream.extend(part);
    }
    stream.extend(adler(WORDS.as_bytes()).to_be_bytes());
    stream
}

#[test]
fn each_kind_of_block_is_read() {
    assert_eq!(inflate(&FIXED, 1000).unwrap(), WORDS.as_bytes());
    assert_eq!(inflate(&stored(), 1000).unwrap(), WORDS.as_bytes());
    assert_eq!(inflate(&DYNAMIC, 10_000).unwrap(), numbers().as_bytes());
}

#[test]
fn bytes_beyond_the_limit_are_none() {
    assert!(inflate(&FIXED, WORDS.len()).is_some());
    assert!(inflate(&FIXED, WORDS.len() - 1).is_none());
    assert!(inflate(&stored(), WORDS.len() - 1).is_none());
}

#[test]
fn no_changed_bit_gives_other_bytes_and_none_is_a_panic() {
    for whole in [FIXED.to_vec(), DYNAMIC.to_vec(), stored()] {
        let before = inflate(&whole, 10_000).unwrap();
        // The bits between the last block and the sum mean nothing, so a change of theirs may pass.
        for bit in 0..whole.len() * 8 {
            let mut changed = whole.clone();
            changed[bit / 8] ^= 1 << (bit % 8);
            assert!(inflate(&changed, 10_000).is_none_or(|bytes| bytes == before), "bit {bit}");
        }
        for length in 0..whole.len() {
            assert!(inflate(&whole[..length], 10_000).is_none());
        }
    }
}
