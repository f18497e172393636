<?php

function invoice(): void
{
    $orders = ['first' => [['product' => source(), 'unit' => 'kg']]];
    // ruleid: flow
    sink($orders['first'][0]['product']);
    // ok: flow
    sink($orders['first'][0]['unit']);
}
