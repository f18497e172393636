<?php

use Drawing\Circle as Round;
use Drawing\Square as Circle;
use function Drawing\caption as boxed;

require_once __DIR__ . '/shapes.php';

function run(): void
{
    // ruleid: flow
    sink((new Round(source()))->label());
    // ok: flow
    sink((new Circle(source()))->label());
    // ruleid: flow
    sink(boxed(source()));
}
