<?php

function lookup(): void
{
    $words = ['en' => source(), 'it' => 'ciao'];
    // ruleid: flow
    sink($words['en']);
    // ok: flow
    sink($words['it']);
    unset($words['en']);
    // ok: flow
    sink($words['en'] ?? 'missing');
}
