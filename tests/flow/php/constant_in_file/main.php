<?php

require 'config.php';

function run(): void
{
    $typed = source();
    if (TRACE) {
        // ok: flow
        sink($typed);
    }
    if (LEVEL > 2 && Limits::STRICT) {
        // ruleid: flow
        sink($typed);
    }
}
