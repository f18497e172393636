fn handle_run(user: &str, request: Request) {
    // ruleid: rust-exec
    Command::new(request.command);
    debug("started");
    // ruleid: rust-exec
    shell(user, 3);
    // ok: rust-exec
    Command::new("uptime");
    if allowed.contains(user) {
        // ok: rust-exec
        Command::new(user);
    }
}

fn nightly(request: Request) {
    // ok: rust-exec
    Command::new(request.job);
}

fn handle_timer(clock: Clock) {
    // ok: rust-exec
    Command::new(clock.job);
}

fn secure(password: &[u8], salt: &[u8]) {
    // ruleid: rust-hash
    let first = Sha256::digest(salt);
    // ok: rust-hash
    let second = Sha512::digest(salt);
    // ruleid: rust-tls
    client.danger_accept_invalid_certs(false);
    // ok: rust-tls
    client.danger_accept_invalid_certs(false);
    // ruleid: rust-rounds
    pbkdf2_hmac(password, salt, 1000, &mut out);
    // ok: rust-rounds
    pbkdf2_hmac(password, salt, 210_000, &mut out);
    // ruleid: rust-key
    let signing = "q8Zt3vX1pLk90WmJr2Ycs7Dh";
    // ok: rust-key
    let label = "the signing key of invoices";
    // ruleid: rust-hosts
    let open = ["shop.example", "*"];
    // ok: rust-hosts
    let closed = ["shop.example", "api.example"];
}

fn find(db: &Client, name: &str) {
    // ruleid: rust-dsn
    connect("postgres://app:s3cret@db/shop");
    // ok: rust-dsn
    connect("postgres://app:test@db/shop");
    // ruleid: rust-query
    db.query("select * from users where name = '".to_owned() + name);
    // ruleid: rust-query
    db.query(format!("select * from users where name = '{}'", name));
    // ok: rust-query
    db.query(prepared);
}

// ruleid: rust-drop
impl Drop for Buffer {
    const SIZE: usize = 8;
    fn drop(&mut self) {
        flush(self);
        dealloc(self.begin);
    }
}

// ok: rust-drop
impl Drop for Guard {
    fn drop(&mut self) {
        unlock(self.mutex);
    }
}

fn login(user: User, request: Request, dice: SmallRng, safe: OsRng, objects: Pickle, records: Json) {
    // ruleid: rust-cookie
    Cookie::build("sid", user.id).http_only(true).secure(false);
    // ok: rust-cookie
    Cookie::build("sid", user.id).http_only(true).secure(true);
    // ruleid: rust-log
    audit(join("login", mask(user.password)));
    // ok: rust-log
    audit(join("login", user.name));
    // ruleid: rust-random
    let token = dice.next_u32();
    // ok: rust-random
    let nonce = safe.next_u32();
    // ruleid: rust-read
    objects.decode(request.body);
    // ok: rust-read
    records.decode(request.body);
    let next = request.param("next");
    // ruleid: rust-redirect
    Redirect::to(next);
    // ok: rust-redirect
    Redirect::to("/home");
    // ok: rust-redirect
    Redirect::to(home);
    // ok: rust-redirect
    forward(next);
}
