<?php

function route(): void
{
    $mode = 'B';
    switch ($mode) {
        case 'A':
            $target = source();
            break;
        case 'B':
            $target = 'home';
            break;
        default:
            $target = source();
    }
    // ok: flow
    sink($target);
}

function route_other(): void
{
    $mode = 2;
    $target = 'home';
    switch ($mode) {
        case 1:
            $target = 'one';
            break;
        case 2:
            $target = source();
            break;
    }
    // ruleid: flow
    sink($target);
}
