//! Bytes, code points and UTF-16 units lead to each other and back, in every script.

use onrecord_core::domain::offsets::{OffsetError, Offsets};
use proptest::prelude::*;

/// Texts of the kinds that go wrong: emoji with joiners and skin tones, combining marks, Arabic, Hebrew, CJK beyond the basic plane.
fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[ -~\n]{0,12}",
        "[a-zéèçœ’« »\u{A0}\u{202F}]{0,12}",
        Just("👩🏽‍🚒🧯👨‍👩‍👧‍👦🇰🇿".to_owned()),
        Just("e\u{301}o\u{308}\u{323}n\u{303}".to_owned()),
        "[\u{621}-\u{64A}\u{64B}-\u{652}\u{200C}\u{200F} ]{0,12}",
        "[\u{5D0}-\u{5EA}\u{5B0}-\u{5BC} ]{0,12}",
        "[東京都𠮷𩸽]{0,6}",
        "\\PC{0,8}",
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn every_character_has_its_place_in_all_three_units(text in any_text()) {
        let offsets = Offsets::new(&text);
        let mut utf16 = 0;
        let mut count = 0;
        for (code_point, (byte, c)) in (0u32..).zip(text.char_indices()) {
            prop_assert_eq!(offsets.code_point_of_byte(byte), Ok(code_point));
            prop_assert_eq!(offsets.byte_of_code_point(code_point), Ok(byte));
            prop_assert_eq!(offsets.utf16_of_code_point(code_point), Ok(utf16));
            prop_assert_eq!(offsets.code_point_of_utf16(utf16), Ok(code_point));
            for inside in 1..c.len_utf8() {
                let at = byte + inside;
                prop_assert_eq!(offsets.code_point_of_byte(at), Err(OffsetError::InsideCharacter { at }));
            }
            if c.len_utf16() == 2 {
                let at = utf16 as usize + 1;
                prop_assert_eq!(offsets.code_point_of_utf16(utf16 + 1), Err(OffsetError::InsideCharacter { at }));
            }
            utf16 += u32::try_from(c.len_utf16()).unwrap();
            count = code_point + 1;
        }
        prop_assert_eq!(offsets.code_points(), count);
        prop_assert_eq!(offsets.utf16_units(), utf16);
        prop_assert_eq!(offsets.code_point_of_byte(text.len()), Ok(count));
        prop_assert_eq!(offsets.byte_of_code_point(count), Ok(text.len()));
        let beyond = OffsetError::OutOfRange { at: count as usize + 1, len: count as usize };
        prop_assert_eq!(offsets.byte_of_code_point(count + 1), Err(beyond));
    }

    #[test]
    fn slices_are_the_characters_between(text in any_text(), a in 0usize..600, b in 0usize..600) {
        let offsets = Offsets::new(&text);
        let count = text.chars().count();
        let (start, end) = (a.min(b).min(count), a.max(b).min(count));
        let range = u32::try_from(start).unwrap()..u32::try_from(end).unwrap();
        let slow: String = text.chars().skip(start).take(end - start).collect();
        prop_assert_eq!(offsets.slice(&range), Ok(slow.as_str()));
        let bytes = offsets.byte_range(&range).unwrap();
        prop_assert_eq!(offsets.code_point_range(&bytes), Ok(range));
    }
}

#[test]
fn ranges_that_run_backwards_are_refused() {
    let offsets = Offsets::new("héhé");
    let range = std::ops::Range { start: 3, end: 1 };
    assert_eq!(
        offsets.slice(&range),
        Err(OffsetError::Reversed { start: 3, end: 1 })
    );
    let bytes = std::ops::Range { start: 3, end: 1 };
    assert_eq!(
        offsets.code_point_range(&bytes),
        Err(OffsetError::Reversed { start: 3, end: 1 })
    );
}
