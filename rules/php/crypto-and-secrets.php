<?php

use GuzzleHttp\Client;

function hashes($user, $password, $file)
{
    // ruleid: php-weak-password-hash
    $a = md5($password);
    // ruleid: php-weak-password-hash
    $b = sha1($_POST['password'] . 'salt');
    // ok: php-weak-password-hash
    $c = password_hash($password, PASSWORD_DEFAULT);
    // ok: php-weak-password-hash
    $d = md5($file->contents());
    return [$a, $b, $c, $d];
}

function ciphers($data, $key, $iv)
{
    $a = openssl_encrypt($data, 'des-ede3-cbc', $key, 0, $iv);
    $b = openssl_encrypt($data, 'aes-128-ecb', $key);
    $c = openssl_encrypt($data, 'aes-256-gcm', $key, 0, $iv, $tag);
    $d = openssl_encrypt($data, 'chacha20-poly1305', $key, 0, $iv, $tag);
    // ruleid: php-unmaintained-mcrypt
    $e = mcrypt_encrypt(MCRYPT_RIJNDAEL_128, $key, $data, MCRYPT_MODE_CBC, $iv);
    // ruleid: php-unmaintained-mcrypt
    $f = mcrypt_create_iv(16);
    // ok: php-unmaintained-mcrypt
    $g = random_bytes(16);
    // ok: php-unmaintained-mcrypt
    $h = sodium_crypto_secretbox($data, $iv, $key);
    return [$a, $b, $c, $d, $e, $f, $g, $h];
}

function secrets()
{
    $token = md5(uniqid(mt_rand(), true));
    $reset_code = rand(100000, 999999);
    $api_key = bin2hex(random_bytes(16));
    $color = rand(0, 255);
    return [$token, $reset_code, $api_key, $color];
}

function clients($handle)
{
    // ruleid: php-tls-verification-disabled
    curl_setopt($handle, CURLOPT_SSL_VERIFYPEER, false);
    // ruleid: php-tls-verification-disabled
    curl_setopt($handle, CURLOPT_SSL_VERIFYHOST, 0);
    // ruleid: php-tls-verification-disabled
    $blind = new Client(['base_uri' => 'https://media.example', 'verify' => false]);
    // ok: php-tls-verification-disabled
    curl_setopt($handle, CURLOPT_SSL_VERIFYPEER, true);
    // ok: php-tls-verification-disabled
    $checked = new Client(['base_uri' => 'https://media.example']);
    return [$blind, $checked];
}

function databases()
{
    // ruleid: php-hardcoded-password
    $a = new mysqli('db', 'shop', 'Winter2024!', 'shop');
    // ruleid: php-hardcoded-password
    $b = new PDO('mysql:host=db;dbname=shop', 'shop', 'let-me-in');
    // ok: php-hardcoded-password
    $c = new PDO('mysql:host=db;dbname=shop', 'shop', getenv('DB_PASSWORD'));
    // ok: php-hardcoded-password
    $d = new mysqli('db', 'shop', '', 'shop');
    return [$a, $b, $c, $d];
}
