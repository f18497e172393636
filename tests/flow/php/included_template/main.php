<?php

function show(): void
{
    $name = source();
    $heading = 'Welcome';
    include __DIR__ . '/page.php';
}

show();
