<?php

function weak($data)
{
    // ruleid: php-weak-hash
    return md5($data);
}

function named($data)
{
    $algorithm = 'sha1';
    // ruleid: php-weak-hash
    return hash($algorithm, $data);
}

function strong($data)
{
    // ok: php-weak-hash
    return hash('sha256', $data);
}
