<?php

function translate(int $code): void
{
    $typed = source();
    $any = match ($code) {
        0 => 'zero',
        1, 2 => $typed,
        default => 'many',
    };
    // ruleid: flow
    sink($any);
    $none = match (true) {
        $code > 3 => 'many',
        default => 'few',
    };
    // ok: flow
    sink($none);
}
