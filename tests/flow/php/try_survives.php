<?php

function parse(string $json): void
{
    $text = 'none';
    try {
        $text = source();
        json_decode($json, false, 10, JSON_THROW_ON_ERROR);
        $text = 'parsed';
    } catch (JsonException) {
        // ruleid: flow
        sink($text);
        $text = 'failed';
    }
    // ok: flow
    sink($text);
}
