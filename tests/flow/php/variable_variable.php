<?php

function run(): void
{
    $color = 'plain';
    $size = 'plain';
    $name = 'color';
    $$name = source();
    // ruleid: flow
    sink($color);
    // ok: flow
    sink($size);
    extract(['size' => source()]);
    // ruleid: flow
    sink($size);
}
