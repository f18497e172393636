<?php

function pin()
{
    // ruleid: php-weak-random
    return mt_rand(0, 9999);
}

function strong_pin()
{
    // ok: php-weak-random
    return random_int(0, 9999);
}
