<?php

function discard(): void
{
    $draft = source();
    $draft = 'empty';
    // ok: flow
    sink($draft);
}

function retain(): void
{
    $draft = 'empty';
    $draft = source();
    // ruleid: flow
    sink($draft);
    unset($draft);
    // ok: flow
    sink($draft ?? 'gone');
}
