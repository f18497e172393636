<?php

class Loader
{
    public function load(): string
    {
        return source();
    }
}

class StubLoader extends Loader
{
    public function load(): string
    {
        return 'stub';
    }
}

function fresh(): void
{
    $loader = new Loader();
    // ruleid: flow
    sink($loader->load());
}

function stubbed(): void
{
    $loader = new StubLoader();
    // ok: flow
    sink($loader->load());
}
