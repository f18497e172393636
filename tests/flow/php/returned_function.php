<?php

function tagger(string $tag): Closure
{
    return fn (string $text): string => "<$tag>$text";
}

function mark(): void
{
    $odd = tagger(source());
    $bold = tagger('b');
    // ruleid: flow
    sink($odd('word'));
    // ok: flow
    sink($bold('word'));
}
