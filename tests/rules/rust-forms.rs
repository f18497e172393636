// ruleid: rust-form-use-std-process-command, rust-form-use-std-process
use std::process::Command;
// ruleid: rust-form-use
use a::{b, c as d};
// ruleid: rust-form-struct, rust-form-derive-debug-struct, rust-form-derive-struct
#[derive(Debug)]
struct S { a: u8, b: String }
// ruleid: rust-form-impl-for
impl Foo for S {
    // ruleid: rust-form-fn-str, rust-form-fn-self-result, rust-form-inline-fn
    #[inline]
    pub fn run(&self, id: &str, n: u32) -> Result<u32, E> {
        // ruleid: rust-form-std-process-command-new, rust-form-command-new, rust-form-arg, rust-form-let-command-new-arg-output, rust-form-let-println
        let out = Command::new("ls").arg(id).output();
        // ruleid: rust-form-let-println
        let x: u8 = 1;
        // ruleid: rust-form-let-println
        let mut y = vec![1, 2];
        // ruleid: rust-form-unsafe
        unsafe { danger(id) }
        // ruleid: rust-form-println, rust-form-println-foo, rust-form-self-foo
        println!("{} {}", id, self.foo(x));
        // ruleid: rust-form-if-let-some
        if let Some(z) = opt { use_it(z); }
        // ruleid: rust-form-match, rust-form-match-2
        match id { "a" => one(), _ => two() }
        // ruleid: rust-form-for-in
        for i in 0..10 { print(i); }
        // ruleid: rust-form-while-true
        while true { go(); }
        // ruleid: rust-form-loop
        loop { stop(); }
        // ruleid: rust-form-operator
        let f = |a| a + 1;
        // ruleid: rust-form-operator-2
        x += 1;
        // ruleid: rust-form-operator-3
        let s = S { a: 1, ..d };
        // ruleid: rust-form-foo
        foo(&x)?;
        // ruleid: rust-form-as-u64
        let t = x as u64;
        // ruleid: rust-form-return-ok
        return Ok(1);
    }
    // ruleid: rust-form-fn-u8-u8, rust-form-fn-u8-eval
    fn tail(x: u8) -> u8 { eval(x) }
}
// ruleid: rust-form-fn-main-set_verify
fn main() {
    // ruleid: rust-form-new-danger-true, rust-form-danger-true
    let cfg = Builder::new().danger(true).build();
    // ruleid: rust-form-if-else, rust-form-if
    if a == b { c(); } else { d(); }
    // ruleid: rust-form-std-env-args
    let p = std::env::args().next().unwrap();
    // ruleid: rust-form-mem-transmute, rust-form-mem-transmute-2
    let v: Vec<u8> = mem::transmute::<A, B>(x);
    // ruleid: rust-form-md5-compute
    let g = md5::compute(b"x");
    // ruleid: rust-form-set_verify-sslverifymode-none
    ssl.set_verify(SslVerifyMode::NONE);
    // ruleid: rust-form-check, rust-form-assert-check
    assert!(check(a, b));
}
// ruleid: rust-form-enum
enum E { A, B(u8) }
// ruleid: rust-form-trait
trait T { fn z(&self); }
mod m { fn q() {} }
// ruleid: rust-form-static-mut
static mut X: u8 = 1;
// ruleid: rust-form-const-str
const K: &str = "key";
