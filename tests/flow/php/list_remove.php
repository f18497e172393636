<?php

function queue(): void
{
    $jobs = ['first', source(), 'last'];
    array_shift($jobs);
    // ruleid: flow
    sink($jobs[0]);
    // ok: flow
    sink($jobs[1]);
    array_unshift($jobs, 'urgent');
    // ok: flow
    sink($jobs[0]);
    // ruleid: flow
    sink($jobs[1]);
}
