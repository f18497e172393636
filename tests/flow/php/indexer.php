<?php

class Store implements ArrayAccess
{
    private array $entries = [];

    public function offsetExists(mixed $key): bool
    {
        return isset($this->entries[$key]);
    }

    public function offsetGet(mixed $key): mixed
    {
        return $this->entries[$key];
    }

    public function offsetSet(mixed $key, mixed $value): void
    {
        $this->entries[$key] = $value;
    }

    public function offsetUnset(mixed $key): void
    {
        unset($this->entries[$key]);
    }
}

function run(): void
{
    $store = new Store();
    $store['note'] = source();
    // ruleid: flow
    sink($store['note']);
    $calm = new Store();
    $calm['note'] = 'fixed';
    // ok: flow
    sink($calm['note']);
}
