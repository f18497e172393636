<?php

const OFFSET = 106;

function always(): void
{
    $reply = source();
    if (7 * 42 - OFFSET > 180) {
        $reply = 'constant';
    }
    // ok: flow
    sink($reply);
}

function never(): void
{
    $reply = source();
    $offset = 206;
    if (7 * 42 - $offset > 180) {
        $reply = 'constant';
    }
    // ruleid: flow
    sink($reply);
}
