//! Maps of small numbers, which need no hashing against hostile keys: they are indexes that the store counted out.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

/// A map whose keys are made of numbers.
pub(super) type NumberMap<K, V> = HashMap<K, V, BuildHasherDefault<Mixed>>;
/// A set of keys made of numbers.
pub(super) type NumberSet<K> = HashSet<K, BuildHasherDefault<Mixed>>;

/// Rotates, adds and multiplies; the multiplier is the golden ratio's fraction, whose bits follow no pattern.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Mixed(u64);

const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;

impl Hasher for Mixed {
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.write_u64(u64::from(byte));
        }
    }

    fn write_u8(&mut self, number: u8) {
        self.write_u64(u64::from(number));
    }

    fn write_u32(&mut self, number: u32) {
        self.write_u64(u64::from(number));
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = (self.0.rotate_left(5) ^ number).wrapping_mul(GOLDEN);
    }

    fn write_i64(&mut self, number: i64) {
        self.write_u64(number.cast_unsigned());
    }

    fn write_usize(&mut self, number: usize) {
        self.write_u64(u64::try_from(number).unwrap_or(u64::MAX));
    }

    fn write_isize(&mut self, number: isize) {
        self.write_usize(number.cast_unsigned());
    }

    fn finish(&self) -> u64 {
        // Tables take the lowest bits, the product is best mixed in its highest.
        self.0.rotate_left(26)
    }
}
