<?php

function mark_all(): void
{
    $words = ['a', 'b'];
    foreach ($words as &$word) {
        $word = source();
    }
    unset($word);
    // ruleid: flow
    sink($words[0]);
    $names = ['a', 'b'];
    foreach ($names as $name) {
        $name = source();
    }
    // ok: flow
    sink($names[0]);
}
