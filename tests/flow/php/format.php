<?php

function label(): void
{
    $part = source();
    // ruleid: flow
    sink(sprintf('part %s of %d', $part, 3));
    // ok: flow
    sink(sprintf('part %s of %d', 'engine', 3));
    // ruleid: flow
    sink(implode(' ', ['part', $part]));
}
