<?php

function framed(string $text): string
{
    return '[' . $text . ']';
}

function run(): void
{
    $typed = framed(source());
    $fixed = framed('fixed');
    // ruleid: flow
    sink($typed);
    // ok: flow
    sink($fixed);
}
