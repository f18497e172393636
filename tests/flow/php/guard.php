<?php

function guarded(bool $known): void
{
    $typed = source();
    if (!$known) {
        $typed = 'unknown';
        // ok: flow
        sink($typed);
        return;
    }
    // ruleid: flow
    sink($typed);
}
