<?php

function page(): void
{
    $name = source();
    $html = <<<HTML
        <p>$name</p>
        HTML;
    // ruleid: flow
    sink($html);
    $text = <<<'TEXT'
        <p>$name</p>
        TEXT;
    // ok: flow
    sink($text);
}
