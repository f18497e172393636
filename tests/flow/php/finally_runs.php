<?php

function lock(): void
{
    $holder = 'nobody';
    try {
        $holder = source();
    } finally {
        // ruleid: flow
        sink($holder);
        $holder = 'nobody';
    }
    // ok: flow
    sink($holder);
}
