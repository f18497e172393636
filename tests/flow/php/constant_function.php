<?php

function audited(): bool
{
    return true;
}

function limit(): int
{
    return 7 * 6;
}

function run(): void
{
    $text = source();
    if (!audited()) {
        // ok: flow
        sink($text);
    }
    if (limit() > 40) {
        // ruleid: flow
        sink($text);
    }
}
