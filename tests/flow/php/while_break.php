<?php

function until_found(bool $found): void
{
    while (true) {
        $token = source();
        if ($found) {
            break;
        }
        $token = 'again';
        return;
    }
    // ruleid: flow
    sink($token);
}

function until_cleared(bool $found): void
{
    $token = source();
    while (true) {
        while (true) {
            $token = 'cleared';
            if ($found) {
                break 2;
            }
            $found = true;
        }
    }
    // ok: flow
    sink($token);
}
