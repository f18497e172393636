<?php

function tidy(): void
{
    $typed = source();
    // ruleid: flow
    sink(strtoupper(trim($typed)));
    // ruleid: flow
    sink(substr($typed, 0, 12));
    // ruleid: flow
    sink(str_replace('"', '', $typed));
    // ruleid: flow
    sink(explode(',', $typed)[0]);
    // ok: flow
    sink(strtoupper('fixed'));
}
