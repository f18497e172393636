<?php

namespace Shop\Logging;

class Log
{
    public static function warn(string $text): void
    {
        // ruleid: flow
        sink($text);
    }

    public static function warnQuietly(string $text): void
    {
        // ok: flow
        sink(clean($text));
    }
}
