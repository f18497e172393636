<?php

function ask($prompt)
{
    return $prompt . source();
}

function tell($prompt)
{
    source();
    return $prompt;
}

function run()
{
    // ruleid: flow
    sink(ask('name? '));
    // ok: flow
    sink(tell('name? '));
}
