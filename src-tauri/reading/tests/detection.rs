//! The language of a single sentence, short as wire copy writes them.

use onrecord_reading::detect;

#[test]
fn one_sentence_tells_its_language() {
    for (text, language) in [
        ("Transport police later confirmed that two had died.", "en"),
        ("Harbour officials had earlier put the toll at nine.", "en"),
        (
            "Le préfet a fait état de deux disparus dans la vallée.",
            "fr",
        ),
        ("La alcaldía informó de nueve heridos en el mercado.", "es"),
        ("Ninguém ficou ferido, garantiu ainda a prefeitura.", "pt"),
        ("Il sindaco ha parlato di nove feriti nel mercato.", "it"),
        ("Neun Menschen wurden auf dem Markt leicht verletzt.", "de"),
        ("Мэрия сообщила о девяти раненых на рынке.", "ru"),
        ("أعلنت البلدية إصابة تسعة أشخاص في السوق.", "ar"),
    ] {
        assert_eq!(detect(text), Some(language), "{text}");
    }
    assert_eq!(detect("12 – 13"), None);
}
