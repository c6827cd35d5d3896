use crate::check_voices;
use onrecord_reading::{Stance, read};

#[test]
fn who_speaks() {
    check_voices(
        "en",
        &[
            (
                "Six patients died overnight, Orla National University Hospital said.",
                "Orla National University Hospital = hospital; indirect",
            ),
            (
                "The Orla Centre for Human Rights said 31 people had been executed.",
                "Orla Centre for Human Rights = rights_group; indirect",
            ),
            (
                "The Belm Disaster Mitigation Agency (BDMA) said 56 people had died.",
                "Belm Disaster Mitigation Agency = emergency_service; indirect",
            ),
            (
                "The United Nations migration agency said 61 people had drowned.",
                "United Nations migration agency = un; indirect",
            ),
            (
                "The governor of Belm province, Ivo Moro, said that seven villages were under water.",
                "Ivo Moro; indirect",
            ),
            (
                "An Orla Observatory report said that 300 houses had burned.",
                "Orla Observatory = rights_group; document",
            ),
            (
                "State radio quoted a rescue official as saying dozens were trapped.",
                "rescue official = unnamed_official; via State radio; indirect",
            ),
        ],
    );
}

#[test]
fn a_denial_governs_its_own_clause() {
    let text =
        "The army denied that 40 soldiers had been killed, saying that only two had been hurt.";
    let reading = read(text, Some("en"));
    let stances: Vec<Stance> = reading
        .statements
        .iter()
        .flat_map(|draft| draft.figures.iter().map(|figure| figure.hints.stance))
        .collect();
    assert_eq!(stances, [Stance::Denies, Stance::Asserts]);
    assert!(
        reading
            .statements
            .iter()
            .all(|draft| draft.source.is_some() && draft.denied_by.is_none())
    );
}
