<?php

class Letter
{
    public function __construct(
        private string $text,
        public readonly string $stamp = 'blue',
    ) {
    }

    public function open(): string
    {
        return $this->text;
    }
}

function post(): void
{
    $letter = new Letter(source());
    // ruleid: flow
    sink($letter->open());
    // ok: flow
    sink($letter->stamp);
}
