<?php

$name = $_GET['name'];
// ruleid: php-command-injection
system('convert ' . $name . ' out.png');
// ruleid: php-command-injection
exec("identify $name", $lines);
// ok: php-command-injection
system('convert ' . escapeshellarg($name) . ' out.png');
// ok: php-command-injection
system('convert in.png -resize ' . intval($_GET['width']) . ' out.png');

function nightly()
{
    // ruleid: php-command-injection-indirect
    system(getenv('NIGHTLY_JOB'));
    // ok: php-command-injection-indirect
    system('nightly');
}

function tested($host)
{
    if (preg_match('/^[a-z0-9.]+$/', $_GET['host'])) {
        // ok: php-command-injection
        system('ping ' . $_GET['host']);
    }
    if (preg_match('/[a-z0-9.]+/', $_GET['host'])) {
        // ruleid: php-command-injection
        system('ping ' . $_GET['host']);
    }
    if (!filter_var($_GET['ip'], FILTER_VALIDATE_IP)) {
        return;
    }
    // ok: php-command-injection
    system('ping ' . $_GET['ip']);
}
