<?php

function capture(): void
{
    $text = 'early';
    $late = function () use ($text) {
        // ok: flow
        sink($text);
    };
    $live = function () use (&$text) {
        // ruleid: flow
        sink($text);
    };
    $text = source();
    $late();
    $live();
}
