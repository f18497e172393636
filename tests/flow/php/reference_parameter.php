<?php

function append(string &$text, string $more): void
{
    $text .= $more;
}

function append_copy(string $text, string $more): void
{
    $text .= $more;
}

function run(): void
{
    $letter = 'dear ';
    append_copy($letter, source());
    // ok: flow
    sink($letter);
    append($letter, source());
    // ruleid: flow
    sink($letter);
}
