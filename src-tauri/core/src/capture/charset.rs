//! Bytes as text: what is not text, and which encoding a page is in.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252, X_USER_DEFINED};

use super::error::CaptureError;

/// How much of a page is searched for the name of its encoding.
const PRESCAN: usize = 1024;
/// How much of a file is looked at to tell text from other kinds of file.
const SNIFF: usize = 8192;

/// How files begin that are often taken for text, or handed over by mistake.
const SIGNATURES: [&[u8]; 16] = [
    b"%PDF-",
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"\x89PNG",
    b"\xFF\xD8\xFF",
    b"GIF87a",
    b"GIF89a",
    b"\x1F\x8B",
    b"BZh",
    b"\xFD7zXZ\0",
    b"7z\xBC\xAF\x27\x1C",
    b"\x7FELF",
    b"SQLite format 3\0",
    b"{\\rtf",
    b"\xD0\xCF\x11\xE0",
    b"OggS",
];

/// A file that must be UTF-8, as text without its byte order mark.
///
/// # Errors
/// When it is another kind of file, announces UTF-16 or UTF-32, or is not valid UTF-8; the offset counts the mark.
pub(super) fn utf8(bytes: &[u8]) -> Result<&str, CaptureError> {
    if let Some(encoding) = wide_mark(bytes) {
        return Err(CaptureError::NotUtf8 { encoding });
    }
    refuse_other_files(bytes)?;
    let text = valid(bytes)?;
    Ok(text.strip_prefix('\u{FEFF}').unwrap_or(text))
}

/// A page as text: by its byte order mark, else by the encoding it names in its first 1024 bytes, else as UTF-8 if it is
/// valid, else as windows-1252, as browsers do. A page that says it is UTF-8 and is not is refused, because its words would
/// be quoted with holes in them.
///
/// # Errors
/// When it is another kind of file, or not the UTF-8 it says it is.
pub(super) fn page(bytes: &[u8]) -> Result<String, CaptureError> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        if encoding == UTF_8 {
            return utf8(bytes).map(str::to_owned);
        }
        let (text, _) = encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default());
        return Ok(text.into_owned());
    }
    let declared = declared_encoding(bytes.get(..PRESCAN).unwrap_or(bytes));
    if declared.is_none_or(|encoding| encoding == UTF_8) {
        match utf8(bytes) {
            Err(CaptureError::InvalidUtf8 { .. }) if declared.is_none() => {}
            other => return other.map(str::to_owned),
        }
    }
    refuse_other_files(bytes)?;
    let (text, _) = declared
        .unwrap_or(WINDOWS_1252)
        .decode_without_bom_handling(bytes);
    Ok(text.into_owned())
}

/// Refuses what is no text in any encoding that is read here.
fn refuse_other_files(bytes: &[u8]) -> Result<(), CaptureError> {
    let head = bytes.get(..SNIFF).unwrap_or(bytes);
    let controls = head
        .iter()
        .filter(|&&b| b < 0x20 && !matches!(b, b'\t'..=b'\r' | 0x1B))
        .count();
    // A stray control character is only taken out; a NUL in what is not even UTF-8, or one byte in ten, is no accident.
    let foreign = (head.contains(&0) && valid(bytes).is_err())
        || (controls >= 4 && controls * 10 > head.len());
    if foreign
        || SIGNATURES
            .iter()
            .any(|signature| head.starts_with(signature))
    {
        return Err(CaptureError::NotText);
    }
    Ok(())
}

fn valid(bytes: &[u8]) -> Result<&str, CaptureError> {
    std::str::from_utf8(bytes).map_err(|error| CaptureError::InvalidUtf8 {
        offset: error.valid_up_to(),
    })
}

/// The encoding that a byte order mark of two or four bytes announces.
fn wide_mark(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xFF, 0xFE, 0, 0, ..] => Some("UTF-32LE"),
        [0, 0, 0xFE, 0xFF, ..] => Some("UTF-32BE"),
        [0xFF, 0xFE, ..] => Some("UTF-16LE"),
        [0xFE, 0xFF, ..] => Some("UTF-16BE"),
        _ => None,
    }
}

/// The encoding that a `meta` element names, outside comments.
fn declared_encoding(head: &[u8]) -> Option<&'static Encoding> {
    let head: String = head
        .iter()
        .map(|b| char::from(b.to_ascii_lowercase()))
        .collect();
    let mut rest = head.as_str();
    while let Some((_, tag)) = rest.split_once('<') {
        rest = tag;
        if let Some(comment) = tag.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
        } else if let Some(attributes) = tag.strip_prefix("meta") {
            let attributes = attributes
                .split_once('>')
                .map_or(attributes, |(attributes, _)| attributes);
            if let Some(encoding) =
                charset_of(attributes).and_then(|label| Encoding::for_label(label.as_bytes()))
            {
                return Some(match encoding {
                    // Nothing could have been read of it, were it so.
                    wide if wide.name().starts_with("UTF-16") => UTF_8,
                    user if user == X_USER_DEFINED => WINDOWS_1252,
                    other => other,
                });
            }
        }
    }
    None
}

/// The value behind `charset=`, in an attribute of its own or in that of `content` beside `http-equiv`.
fn charset_of(attributes: &str) -> Option<&str> {
    let (before, value) = attributes.split_once("charset")?;
    let own = before.ends_with(|c: char| c.is_ascii_whitespace() || c == '/');
    if before.contains("content")
        && !before.contains("http-equiv")
        && !attributes.contains("content-type")
        && !own
    {
        return None;
    }
    let value = value.trim_start().strip_prefix('=')?.trim_start();
    let value = value.trim_start_matches(['"', '\'']);
    let end = value
        .find(|c: char| c.is_ascii_whitespace() || matches!(c, '"' | '\'' | ';' | '/'))
        .unwrap_or(value.len());
    value.get(..end)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn latin(page: &str) -> Vec<u8> {
        page.chars().map(|c| u8::try_from(c).unwrap()).collect()
    }

    #[test]
    fn pages_by_what_they_say() {
        for head in [
            "<meta charset=iso-8859-1>",
            "<META CHARSET=\"latin1\" />",
            "<meta http-equiv='Content-Type' content='text/html; charset=windows-1252'>",
            "<meta content=\"text/html;charset=l1\" http-equiv=content-type>",
            "<!-- <meta charset=utf-8> --><meta charset=cp1252>",
            "",
        ] {
            let bytes = latin(&format!("<html>{head}<p>blessé"));
            assert!(page(&bytes).unwrap().ends_with("blessé"), "{head}");
        }
        let cyrillic = [b"<meta charset=windows-1251><p>".as_slice(), &[0xC4, 0xE0]].concat();
        assert!(page(&cyrillic).unwrap().ends_with("Да"));
        let wide: Vec<u8> = [0xFF, 0xFE]
            .into_iter()
            .chain("<p>é".encode_utf16().flat_map(u16::to_le_bytes))
            .collect();
        assert_eq!(page(&wide).unwrap(), "<p>é");
        assert_eq!(
            page(&[b"\xEF\xBB\xBF".as_slice(), "<p>é".as_bytes()].concat()).unwrap(),
            "<p>é"
        );
    }

    #[test]
    fn a_page_that_is_not_the_utf8_it_says() {
        let bytes = latin("<meta charset=utf-8><p>blessé");
        assert_eq!(
            page(&bytes),
            Err(CaptureError::InvalidUtf8 {
                offset: bytes.len() - 1
            })
        );
    }

    #[test]
    fn other_files() {
        assert_eq!(
            utf8(b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR"),
            Err(CaptureError::NotText)
        );
        assert_eq!(utf8(b"%PDF-1.7\n"), Err(CaptureError::NotText));
        assert_eq!(utf8(b"a\0b\xFF"), Err(CaptureError::NotText));
        assert_eq!(utf8(b"a\0b\0c\0d\0e\0"), Err(CaptureError::NotText));
        assert_eq!(
            utf8(b"\xFF\xFEa\0"),
            Err(CaptureError::NotUtf8 {
                encoding: "UTF-16LE"
            })
        );
        assert_eq!(
            utf8(b"caf\xE9"),
            Err(CaptureError::InvalidUtf8 { offset: 3 })
        );
        assert_eq!(
            utf8(b"\xEF\xBB\xBFcaf\xE9"),
            Err(CaptureError::InvalidUtf8 { offset: 6 })
        );
        assert_eq!(
            utf8(b"one stray \x07 bell in a line"),
            Ok("one stray \x07 bell in a line")
        );
    }
}
