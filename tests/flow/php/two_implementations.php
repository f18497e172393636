<?php

interface Renderer
{
    public function render(string $text): string;
}

class Verbatim implements Renderer
{
    public function render(string $text): string
    {
        return $text;
    }
}

class Redacted implements Renderer
{
    public function render(string $text): string
    {
        return str_repeat('#', strlen($text));
    }
}

function draw(): void
{
    $note = source();
    $renderer = new Verbatim();
    // ruleid: flow
    sink($renderer->render($note));
    $renderer = new Redacted();
    // ok: flow
    sink($renderer->render($note));
}
