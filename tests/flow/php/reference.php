<?php

function point(): void
{
    $title = 'plain';
    $subtitle = 'plain';
    $current = &$title;
    $current = source();
    // ruleid: flow
    sink($title);
    $copied = $subtitle;
    $copied = source();
    // ok: flow
    sink($subtitle);
}
