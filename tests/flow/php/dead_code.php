<?php

function stop_early(): void
{
    $text = source();
    return;
    // ok: flow
    sink($text);
}

function goes_on(bool $ready): void
{
    $text = source();
    if (!$ready) {
        return;
    }
    // ruleid: flow
    sink($text);
}
