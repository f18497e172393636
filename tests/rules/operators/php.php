<?php

function handleRun(string $user, Request $request) {
    // ruleid: php-exec
    shell_exec($request->get('command'));
    syslog(LOG_INFO, 'started');
    // ruleid: php-exec
    passthru($user);
    // ok: php-exec
    shell_exec('uptime');
    if (in_array($user, ALLOWED)) {
        // ok: php-exec
        shell_exec($user);
    }
}

function nightly(Request $request) {
    // ok: php-exec
    shell_exec($request->job);
}

function handleTimer(Clock $clock) {
    // ok: php-exec
    shell_exec($clock->job);
}

function secure(string $password, string $salt) {
    // ruleid: php-hash
    $first = md5($salt);
    // ok: php-hash
    $second = hash('sha512', $salt);
    // ruleid: php-tls
    curl_setopt($handle, CURLOPT_SSL_VERIFYPEER, false);
    // ok: php-tls
    curl_setopt($handle, CURLOPT_SSL_VERIFYPEER, true);
    // ruleid: php-rounds
    hash_pbkdf2('sha256', $password, $salt, 1000, 64);
    // ok: php-rounds
    hash_pbkdf2('sha256', $password, $salt, 210_000, 64);
    // ruleid: php-key
    $signing = 'q8Zt3vX1pLk90WmJr2Ycs7Dh';
    // ok: php-key
    $label = 'the signing key of invoices';
    // ruleid: php-hosts
    $open = ['shop.example', '*'];
    // ok: php-hosts
    $closed = ['shop.example', 'api.example'];
}

function find(PDO $db, string $name) {
    // ruleid: php-dsn
    connect('mysql://app:s3cret@db/shop');
    // ok: php-dsn
    connect('mysql://app:test@db/shop');
    // ruleid: php-query
    $db->query("select * from users where name = '" . $name . "'");
    // ruleid: php-query
    $db->query(sprintf("select * from users where name = '%s'", $name));
    // ok: php-query
    $db->query($prepared);
}

// ruleid: php-controller
class Purge extends Controller {
    private $count = 0;
    function index($id) {
        $this->count++;
        $this->store->delete($id);
        return true;
    }
}
// ok: php-controller
class Show extends Controller {
    function index($id) {
        return $this->store->find($id);
    }
}

function login(User $user, Response $response) {
    // ruleid: php-cookie
    $response->cookie('sid', $user->id)->httpOnly(true)->secure(false);
    // ok: php-cookie
    $response->cookie('sid', $user->id)->httpOnly(true)->secure(true);
    // ruleid: php-log
    error_log('login of ' . $user->name . ' with ' . mask($user->password));
    // ok: php-log
    error_log('login of ' . $user->name);
    $next = $_GET['next'];
    // ruleid: php-redirect
    redirect($next);
    // ok: php-redirect
    redirect('/home');
    // ok: php-redirect
    redirect($home);
    // ok: php-redirect
    forward($next);
}

function read_all(ObjectReader $objects, JsonReader $records) {
    // ruleid: php-decode
    $objects->decode($body);
    // ok: php-decode
    $records->decode($body);
}
