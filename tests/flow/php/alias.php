<?php

class Slot
{
    public $value = '';
}

function shared(): void
{
    $here = new Slot();
    $there = $here;
    $there->value = source();
    // ruleid: flow
    sink($here->value);
}

function separate(): void
{
    $here = new Slot();
    $there = clone $here;
    $there->value = source();
    // ok: flow
    sink($here->value);
}
