<?php

function convert(): void
{
    $rows = [source(), 'b'];
    // ruleid: flow
    sink(array_map('trim', $rows)[0]);
    // ok: flow
    sink(array_map(fn ($row) => '-', $rows)[0]);
    // ruleid: flow
    sink(array_filter($rows, fn ($row) => $row !== 'b')[0]);
    // ruleid: flow
    sink(array_reduce($rows, fn ($all, $row) => $all . $row, ''));
    // ok: flow
    sink(array_map('trim', ['x', 'y'])[0]);
}
