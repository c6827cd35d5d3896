//! WebKitGTK draws a blank window on some graphics drivers when it passes buffers by DMA-BUF.

/// The variable that turns it off.
#[cfg(target_os = "linux")]
const SWITCH: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";

/// Where the user said nothing about DMA-BUF, becomes the same program again with it switched off: WebKit reads the
/// variable from the environment, which a running program cannot change safely. Returns when there is nothing to do.
#[cfg(target_os = "linux")]
pub fn without_dmabuf() {
    use std::os::unix::process::CommandExt;

    if std::env::var_os(SWITCH).is_some() {
        return;
    }
    let Ok(program) = std::env::current_exe() else {
        return;
    };
    let mut arguments = std::env::args_os();
    let name = arguments
        .next()
        .unwrap_or_else(|| program.clone().into_os_string());
    // Comes back only when it fails, and then the window opens as it would have.
    let _ = std::process::Command::new(program)
        .arg0(name)
        .args(arguments)
        .env(SWITCH, "1")
        .exec();
}

/// Nothing to do where the web view is not WebKitGTK.
#[cfg(not(target_os = "linux"))]
pub fn without_dmabuf() {}
