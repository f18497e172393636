<?php

function columns(): void
{
    $row = ['id', source(), 'date'];
    // ok: flow
    sink($row[0]);
    // ruleid: flow
    sink($row[1]);
    $row[1] = 'name';
    // ok: flow
    sink($row[1]);
}
