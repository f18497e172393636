<?php

use Illuminate\Support\Facades\Log;

function login($request, $logger, $user)
{
    $password = $_POST['password'];
    // ruleid: php-secret-in-log
    error_log('login with ' . $password);
    // ruleid: php-secret-in-log
    error_log("login with {$_POST['password']}");
    // ruleid: php-secret-in-log
    $logger->info('login', ['password' => $request->password]);
    // ruleid: php-secret-in-log
    Log::debug('key ' . $user->api_key);
    // ok: php-secret-in-log
    error_log('the password of ' . $user->name . ' was changed');
    // ok: php-secret-in-log
    error_log('login with ' . mask($password));
    // ok: php-secret-in-log
    $mailer->send($password);
}
