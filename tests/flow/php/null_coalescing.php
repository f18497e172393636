<?php

function fill(array $options): void
{
    $city = $options['city'] ?? source();
    // ruleid: flow
    sink($city);
    $capital = 'Rome';
    // ok: flow
    sink($capital ?? source());
    $street = null;
    $street ??= source();
    // ruleid: flow
    sink($street);
}

function run(): void
{
    fill([]);
}
