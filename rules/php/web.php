<?php

function next_page($pages)
{
    header('Location: ' . $_GET['next']);
    header("Location: {$_POST['target']}");
    header('Location: ' . $pages[$_GET['page']]);
    header('Location: /home');
}

function download($files)
{
    readfile('/srv/invoices/' . $_GET['name']);
    $text = file_get_contents("/srv/notes/{$_POST['note']}");
    readfile('/srv/invoices/' . basename($_GET['name']));
    readfile($files[$_GET['name']]);
    return $text;
}

function preview($feeds)
{
    $handle = curl_init($_GET['url']);
    curl_setopt($handle, CURLOPT_URL, $_POST['callback']);
    $other = curl_init($feeds[$_GET['feed']]);
    curl_setopt($other, CURLOPT_URL, 'https://news.example/feed');
    return $other;
}

function upload()
{
    move_uploaded_file($_FILES['file']['tmp_name'], 'uploads/' . $_FILES['file']['name']);
    move_uploaded_file($_FILES['image']['tmp_name'], "images/" . basename($_FILES['image']['name']));
    move_uploaded_file($_FILES['file']['tmp_name'], '/srv/uploads/' . bin2hex(random_bytes(16)));
    move_uploaded_file($_FILES['file']['tmp_name'], '/srv/uploads/latest.bin');
}

function origins()
{
    // ruleid: php-cors-reflected-origin
    header('Access-Control-Allow-Origin: ' . $_SERVER['HTTP_ORIGIN']);
    // ruleid: php-cors-reflected-origin
    header('Access-Control-Allow-Origin: *');
    // ok: php-cors-reflected-origin
    header('Access-Control-Allow-Origin: https://shop.example');
    // ok: php-cors-reflected-origin
    header('Content-Type: application/json');
}

function cookies($id, $production)
{
    // ruleid: php-cookie-secure-disabled, php-cookie-httponly-disabled
    setcookie('sid', $id);
    // ruleid: php-cookie-secure-disabled
    setcookie('sid', $id, 0, '/', '', false, true);
    // ruleid: php-cookie-secure-disabled
    setcookie('sid', $id, ['path' => '/', 'secure' => false, 'httponly' => true]);
    // ok: php-cookie-secure-disabled
    setcookie('sid', $id, 0, '/', '', true, true);
    // ok: php-cookie-secure-disabled
    setcookie('sid', $id, ['secure' => $production, 'httponly' => true]);
    // ruleid: php-cookie-httponly-disabled
    setcookie('sid', $id, 0, '/', '', true, false);
    // ruleid: php-cookie-httponly-disabled
    ini_set('session.cookie_httponly', 0);
    // ok: php-cookie-httponly-disabled
    setcookie('sid', $id, 0, '/', '', true, true);
    // ok: php-cookie-httponly-disabled
    ini_set('session.cookie_httponly', 1);
}

function errors()
{
    // ruleid: php-errors-displayed
    ini_set('display_errors', 1);
    // ruleid: php-errors-displayed
    phpinfo();
    // ok: php-errors-displayed
    ini_set('display_errors', 0);
    // ok: php-errors-displayed
    ini_set('log_errors', 1);
}

function feed($text)
{
    $document = new DOMDocument();
    // ruleid: php-xxe
    $document->loadXML($text, LIBXML_NOENT | LIBXML_DTDLOAD);
    // ruleid: php-xxe
    $xml = simplexml_load_string($text, 'SimpleXMLElement', LIBXML_NOENT);
    // ok: php-xxe
    $document->loadXML($text, LIBXML_NONET);
    // ok: php-xxe
    $other = simplexml_load_string($text);
    return [$document, $xml, $other];
}
