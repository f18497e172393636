<?php

function twice(callable $change, string $text): string
{
    return $change($change($text));
}

function used(): void
{
    $typed = source();
    // ruleid: flow
    sink(twice(fn ($text) => $text . '.', $typed));
    // ok: flow
    sink(twice(fn ($text) => 'same', $typed));
}
