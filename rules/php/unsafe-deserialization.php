<?php

// ruleid: php-unsafe-deserialization
$cart = unserialize($_COOKIE['cart']);
// ok: php-unsafe-deserialization
$cart = json_decode($_COOKIE['cart'], true);

function restore()
{
    // ruleid: php-unsafe-deserialization-indirect
    $cart = unserialize(file_get_contents('cart.bin'));
    // ok: php-unsafe-deserialization-indirect
    return json_decode(file_get_contents('cart.json'), true);
}
