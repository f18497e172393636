<?php

function show(string $text, string $copies): void
{
    // ruleid: flow
    sink($text);
    // ok: flow
    sink($copies);
}

function run(): void
{
    show(source(), '2');
}
