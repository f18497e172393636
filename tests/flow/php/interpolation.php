<?php

function url(): void
{
    $page = source();
    $host = 'localhost';
    // ruleid: flow
    sink("https://$host/$page");
    // ruleid: flow
    sink("https://{$host}/{$page}");
    // ok: flow
    sink("https://$host/");
    // ok: flow
    sink('https://$host/$page');
}
