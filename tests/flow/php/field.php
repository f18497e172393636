<?php

class Parcel
{
    public $label = '';
    public $weight = 3;
}

function send(): void
{
    $parcel = new Parcel();
    $parcel->label = source();
    // ruleid: flow
    sink($parcel->label);
    // ok: flow
    sink($parcel->weight);
    $parcel->label = 'return to sender';
    // ok: flow
    sink($parcel->label);
}
