<?php

function wire(): void
{
    $token = source();
    $name = 'fixed';
    $log = function () use ($token, $name) {
        // ruleid: flow
        sink($token);
        // ok: flow
        sink($name);
    };
    $log();
}
