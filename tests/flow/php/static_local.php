<?php

function remember(?string $text = null): string
{
    static $kept = 'nothing';
    $before = $kept;
    if ($text !== null) {
        $kept = $text;
    }
    return $before;
}

function forget(?string $text = null): string
{
    $kept = 'nothing';
    $before = $kept;
    $kept = $text;
    return $before;
}

function run(): void
{
    remember(source());
    // ruleid: flow
    sink(remember());
    forget(source());
    // ok: flow
    sink(forget());
}
