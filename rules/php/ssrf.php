<?php

// ruleid: php-ssrf-request-url
$page = curl_init($_GET['address']);
// ok: php-ssrf-request-url
$rates = curl_init('https://rates.example.com/');

use GuzzleHttp\Client;

function preview(Client $client)
{
    // ruleid: php-ssrf-request-url
    $client->get('http://' . $_GET['host'] . '/preview');
    // ok: php-ssrf-request-url
    $client->get('https://api.example.com/preview');
}
