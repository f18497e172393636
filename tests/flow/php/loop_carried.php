<?php

function history(): void
{
    $previous = 'start';
    $current = 'start';
    for ($round = 0; $round < 3; $round++) {
        // ruleid: flow
        sink($previous);
        $previous = $current;
        $current = source();
    }
}

function no_history(): void
{
    for ($round = 0; $round < 3; $round++) {
        $current = 'start';
        // ok: flow
        sink($current);
        $current = source();
    }
}
