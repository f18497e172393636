<?php

function loud($text)
{
    return strtoupper($text);
}

function hidden($text)
{
    return str_repeat('-', strlen($text));
}

function run()
{
    $typed = source();
    // ruleid: flow
    sink(call_user_func('loud', $typed));
    // ok: flow
    sink(call_user_func('hidden', $typed));
    $change = 'loud';
    // ruleid: flow
    sink($change($typed));
    $first = loud(...);
    // ruleid: flow
    sink($first($typed));
}
