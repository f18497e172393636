<?php

require_once __DIR__ . '/input.php';

function run(): void
{
    // ruleid: flow
    sink(read_line());
    // ok: flow
    sink(prompt());
}
