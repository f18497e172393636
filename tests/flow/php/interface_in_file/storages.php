<?php

interface Storage
{
    public function save(string $key, string $text): void;

    public function load(string $key): string;
}

class MemoryStorage implements Storage
{
    private array $entries = [];

    public function save(string $key, string $text): void
    {
        $this->entries[$key] = $text;
    }

    public function load(string $key): string
    {
        return $this->entries[$key];
    }
}

class NullStorage implements Storage
{
    public function save(string $key, string $text): void
    {
    }

    public function load(string $key): string
    {
        return '';
    }
}
