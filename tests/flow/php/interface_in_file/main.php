<?php

require_once __DIR__ . '/storages.php';

function round_trip(Storage $storage, string $text): string
{
    $storage->save('note', $text);
    return $storage->load('note');
}

function run(): void
{
    // ruleid: flow
    sink(round_trip(new MemoryStorage(), source()));
    // ok: flow
    sink(round_trip(new NullStorage(), source()));
}
