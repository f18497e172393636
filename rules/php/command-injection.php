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
