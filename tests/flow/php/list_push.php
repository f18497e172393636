<?php

function collect(): void
{
    $lines = [];
    $lines[] = 'header';
    $lines[] = source();
    // ok: flow
    sink($lines[0]);
    // ruleid: flow
    sink($lines[1]);
    array_push($lines, 'footer');
    // ok: flow
    sink(array_pop($lines));
    // ruleid: flow
    sink(array_pop($lines));
}
