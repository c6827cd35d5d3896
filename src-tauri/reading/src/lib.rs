//! Reads numbers, qualifiers and sentences in news text.
