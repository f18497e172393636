<?php

function notify(): void
{
    $people = [];
    $people[] = source();
    foreach ($people as $position => $person) {
        // ok: flow
        sink($position);
        // ruleid: flow
        sink($person);
    }
    foreach (['ann', 'ben'] as $person) {
        // ok: flow
        sink($person);
    }
}
