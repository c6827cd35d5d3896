//! The window's types are those of the core.

use onrecord_core::api::typescript;

const GENERATED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../ui/src/ipc/generated.ts");

#[test]
fn the_windows_types_are_the_cores() {
    if std::env::var_os("ONRECORD_WRITE_TYPES").is_some() {
        std::fs::write(GENERATED, typescript()).unwrap();
    }
    let committed = std::fs::read_to_string(GENERATED).unwrap();
    assert!(
        committed == typescript(),
        "ui/src/ipc/generated.ts is not what `make types` writes"
    );
}
