<?php

function settings(): void
{
    $defaults = ['name' => 'none', 'unit' => 'kg'];
    $merged = array_merge($defaults, ['name' => source()]);
    // ruleid: flow
    sink($merged['name']);
    // ok: flow
    sink($merged['unit']);
    $kept = ['name' => 'fixed'] + ['name' => source()];
    // ok: flow
    sink($kept['name']);
    // ruleid: flow
    sink(array_values($merged)[0]);
}
