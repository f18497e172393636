<?php

function outer(string $text): string
{
    return middle("<$text>");
}

function middle(string $text): string
{
    return inner($text, 'end');
}

function inner(string $text, string $last): string
{
    return $text . $last;
}

function run(): void
{
    // ruleid: flow
    sink(outer(source()));
    // ok: flow
    sink(outer('fixed'));
}
