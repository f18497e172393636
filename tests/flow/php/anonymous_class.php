<?php

interface Source
{
    public function next(): string;
}

function run(): void
{
    $live = new class implements Source {
        public function next(): string
        {
            return source();
        }
    };
    $silent = new class implements Source {
        public function next(): string
        {
            return 'silence';
        }
    };
    // ruleid: flow
    sink($live->next());
    // ok: flow
    sink($silent->next());
}
