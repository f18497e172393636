<?php

function gather(): void
{
    $found = '';
    $missed = '';
    $visit = function (string $word) use (&$found, $missed) {
        $found = $word;
        $missed = $word;
    };
    $visit(source());
    // ruleid: flow
    sink($found);
    // ok: flow
    sink($missed);
}
