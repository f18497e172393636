<?php

function pad(string $text, int $left): string
{
    return $left <= 0 ? $text : pad(' ' . $text, $left - 1);
}

function countdown(string $text, int $left): string
{
    return $left <= 0 ? 'done' : countdown($text, $left - 1);
}

function run(): void
{
    // ruleid: flow
    sink(pad(source(), 2));
    // ok: flow
    sink(countdown(source(), 2));
}
