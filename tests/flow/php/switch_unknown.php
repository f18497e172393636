<?php

function choose(int $code): void
{
    $target = 'home';
    switch ($code) {
        case 1:
            $target = source();
            break;
        default:
            $target = 'other';
    }
    // ruleid: flow
    sink($target);
    switch ($code) {
        case 0:
            $target = 'zero';
        case 1:
            $target = 'one';
            break;
        default:
            $target = 'many';
    }
    // ok: flow
    sink($target);
}
