<?php

class Query
{
    private string $text = 'select';

    public function where(string $condition): self
    {
        $this->text .= " where $condition";
        return $this;
    }

    public function limit(int $count): static
    {
        $this->text .= " limit $count";
        return $this;
    }

    public function text(): string
    {
        return $this->text;
    }
}

function run(): void
{
    // ruleid: flow
    sink((new Query())->where(source())->limit(1)->text());
    // ok: flow
    sink((new Query())->where('a = 1')->limit(1)->text());
}
