<?php

class Order
{
    public string $address = 'none';
}

function run(): void
{
    $first = new Order();
    $second = new Order();
    $orders = [$first, $second];
    $orders[0]->address = source();
    // ruleid: flow
    sink($first->address);
    // ok: flow
    sink($second->address);
}
