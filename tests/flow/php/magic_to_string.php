<?php

class Caption
{
    public function __construct(private string $text, private string $color)
    {
    }

    public function __toString(): string
    {
        return $this->text;
    }

    public function __invoke(): string
    {
        return $this->color;
    }
}

function run(): void
{
    $caption = new Caption(source(), 'red');
    // ruleid: flow
    sink('caption: ' . $caption);
    // ok: flow
    sink($caption());
}
