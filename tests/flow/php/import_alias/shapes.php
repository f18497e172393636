<?php

namespace Drawing;

class Circle
{
    public function __construct(private string $name)
    {
    }

    public function label(): string
    {
        return $this->name;
    }
}

class Square
{
    public function __construct(private string $name)
    {
    }

    public function label(): string
    {
        return 'square';
    }
}

function caption(string $text): string
{
    return "[$text]";
}
