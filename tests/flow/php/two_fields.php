<?php

function seat(): void
{
    $guest = new stdClass();
    $guest->name = source();
    $guest->table = 'window';
    // ruleid: flow
    sink($guest->name);
    // ok: flow
    sink($guest->table);
}
