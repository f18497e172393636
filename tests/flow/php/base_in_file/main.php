<?php

namespace Web;

require_once __DIR__ . '/Handler.php';

class LineHandler extends Handler
{
    protected function read(): string
    {
        return source();
    }
}

function run(): void
{
    (new LineHandler())->handle();
}
