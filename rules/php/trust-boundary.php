<?php

use Illuminate\Session\Store;

function region(Store $session)
{
    // ruleid: php-trust-boundary-violation
    $session->put('region', $_POST['region']);
    // ok: php-trust-boundary-violation
    $session->put('page', (int) $_POST['page']);
}
