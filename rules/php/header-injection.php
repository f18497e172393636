<?php

// ruleid: php-mail-header-injection
mail('shop@example.com', 'Order of ' . $_POST['name'], 'text');
// ok: php-mail-header-injection
mail('shop@example.com', 'Order of ' . str_replace(["\r", "\n"], '', $_POST['name']), 'text');
// ok: php-mail-header-injection
mail('shop@example.com', 'An order', 'text');

function headers()
{
    // ruleid: php-header-injection
    header('X-Language: ' . $_GET['language']);
    // ok: php-header-injection
    header('X-Language: ' . str_replace(["\r", "\n"], '', $_GET['language']));
    // ok: php-header-injection
    header('X-Language: en');
}
