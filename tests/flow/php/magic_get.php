<?php

class Bag
{
    private array $entries = ['kind' => 'bag'];

    public function __set($name, $value)
    {
        $this->entries[$name] = $value;
    }

    public function __get($name)
    {
        return $this->entries[$name];
    }
}

function run()
{
    $bag = new Bag();
    $bag->note = source();
    // ruleid: flow
    sink($bag->note);
    // ok: flow
    sink($bag->kind);
}
