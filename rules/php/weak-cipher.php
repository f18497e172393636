<?php

function weak($data, $key)
{
    // ruleid: php-weak-cipher
    return openssl_encrypt($data, 'des-ede3-cbc', $key);
}

function strong($data, $key, $iv)
{
    // ok: php-weak-cipher
    return openssl_encrypt($data, 'aes-256-gcm', $key, 0, $iv, $tag);
}
