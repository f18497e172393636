<?php

require_once __DIR__ . '/polite.php';
require_once __DIR__ . '/rude.php';

function run(): void
{
    // ok: flow
    sink(\Polite\answer(source()));
    // ruleid: flow
    sink(\Rude\answer(source()));
}
