<?php

namespace Web;

abstract class Handler
{
    public function handle(): void
    {
        // ruleid: flow
        sink($this->read());
        // ok: flow
        sink($this->name());
    }

    abstract protected function read(): string;

    protected function name(): string
    {
        return 'handler';
    }
}
