<?php

function run(): void
{
    $config = require __DIR__ . '/config.php';
    $typed = source();
    if ($config['trace']) {
        // ok: flow
        sink($typed);
    }
    if ($config['level'] > 2) {
        // ruleid: flow
        sink($typed);
    }
}
