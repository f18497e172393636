<?php

class Registry
{
    public static string $newest = 'none';
    public static string $version = '1';

    public static function add(string $name): void
    {
        self::$newest = $name;
    }
}

function enroll(): void
{
    Registry::add(source());
    // ruleid: flow
    sink(Registry::$newest);
    // ok: flow
    sink(Registry::$version);
}
