<?php

$last_request = 'none';
$region = 'eu';

function receive(): void
{
    global $last_request;
    $last_request = source();
    $region = source();
}

function report(): void
{
    global $last_request, $region;
    // ruleid: flow
    sink($last_request);
    // ok: flow
    sink($region);
}

receive();
report();
