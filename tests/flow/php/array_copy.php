<?php

function duplicate(): void
{
    $first = ['mark' => 'plain'];
    $second = $first;
    $second['mark'] = source();
    // ok: flow
    sink($first['mark']);
    // ruleid: flow
    sink($second['mark']);
}
