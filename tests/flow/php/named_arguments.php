<?php

function sign(string $text, string $author = 'anonymous', string $place = 'here'): string
{
    return $text . $author;
}

function run(): void
{
    // ruleid: flow
    sink(sign(author: source(), text: 'by '));
    // ok: flow
    sink(sign('by ', place: source()));
    // ok: flow
    sink(sign('by '));
}
