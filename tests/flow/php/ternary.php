<?php

function pick(bool $flag): void
{
    $typed = source();
    // ruleid: flow
    sink($flag ? 'default' : $typed);
    // ok: flow
    sink($flag ? 'left' : 'right');
    $limit = 10;
    // ok: flow
    sink($limit > 5 ? 'enough' : $typed);
    // ruleid: flow
    sink($typed ?: 'empty');
}
