<?php

abstract class Job
{
    public function execute(): void
    {
        // ruleid: flow
        sink($this->input());
        // ok: flow
        sink($this->title());
    }

    abstract protected function input(): string;

    protected function title(): string
    {
        return 'job';
    }
}

class ReadJob extends Job
{
    protected function input(): string
    {
        return source();
    }
}

function start(): void
{
    (new ReadJob())->execute();
}
