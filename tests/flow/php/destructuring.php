<?php

function measure(): array
{
    return [source(), 'cm'];
}

function report(): void
{
    [$length, $unit] = measure();
    // ruleid: flow
    sink($length);
    // ok: flow
    sink($unit);
    ['size' => $size, 'color' => $color] = ['size' => 'XL', 'color' => source()];
    // ok: flow
    sink($size);
    // ruleid: flow
    sink($color);
    list(, $second) = measure();
    // ok: flow
    sink($second);
}
