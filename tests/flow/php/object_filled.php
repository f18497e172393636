<?php

function fill(ArrayObject $lines, string $line): void
{
    $lines->append($line);
}

function fill_copy(array $lines, string $line): void
{
    $lines[] = $line;
}

function run(): void
{
    $typed = new ArrayObject();
    fill($typed, source());
    // ruleid: flow
    sink($typed[0]);
    $fixed = ['fixed'];
    fill_copy($fixed, source());
    // ok: flow
    sink($fixed[1] ?? $fixed[0]);
}
