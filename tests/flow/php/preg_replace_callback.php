<?php

function expand(): void
{
    $typed = source();
    // ruleid: flow
    sink(preg_replace('/NAME/', $typed, 'dear NAME'));
    // ruleid: flow
    sink(preg_replace_callback('/NAME/', fn ($found) => source(), 'dear NAME'));
    // ok: flow
    sink(preg_replace_callback('/NAME/', fn ($found) => 'friend', 'dear NAME'));
}
