//! The first thing a person sees.

use crate::desk::{Desk, sit_down};

#[test]
fn the_start_screen_offers_a_new_project_and_an_old_one() {
    sit_down("start", async |desk: &mut Desk| {
        desk.find("button", "New project").await;
        desk.find("button", "Open a project").await;
        desk.is_accessible("start").await;
        desk.quit().await;
    });
}
