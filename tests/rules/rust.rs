use std::process::Command;
fn go(a: &str) -> Result<(), Error> {
    // ruleid: rust-path
    let out = Command::new("sh").arg(a).output()?;
    // ok: rust-path
    let other = Other::new("sh");
    // ruleid: rust-unsafe
    unsafe { run(a); }
    // ruleid: rust-macro
    let text = format!("{}{}", a, form.name);
    // ok: rust-macro
    let text = format!("{}", a);
    Ok(())
}
