<?php

function next_page($pages)
{
    // ruleid: php-open-redirect
    header('Location: ' . $_GET['next']);
    // ruleid: php-open-redirect
    header("Location: {$_POST['target']}");
    // ok: php-open-redirect
    header('Location: ' . $pages[$_GET['page']]);
    // ok: php-open-redirect
    header('Location: /home');
}

function download($files)
{
    // ruleid: php-path-traversal-request
    readfile('/srv/invoices/' . $_GET['name']);
    // ruleid: php-path-traversal-request
    $text = file_get_contents("/srv/notes/{$_POST['note']}");
    // ok: php-path-traversal-request
    readfile('/srv/invoices/' . basename($_GET['name']));
    // ok: php-path-traversal-request
    readfile($files[$_GET['name']]);
    return $text;
}

function preview($feeds)
{
    // ruleid: php-ssrf-request-url
    $handle = curl_init($_GET['url']);
    // ruleid: php-ssrf-request-url
    curl_setopt($handle, CURLOPT_URL, $_POST['callback']);
    // ok: php-ssrf-request-url
    $other = curl_init($feeds[$_GET['feed']]);
    // ok: php-ssrf-request-url
    curl_setopt($other, CURLOPT_URL, 'https://news.example/feed');
    return $other;
}

function upload()
{
    // ruleid: php-upload-file-name
    move_uploaded_file($_FILES['file']['tmp_name'], 'uploads/' . $_FILES['file']['name']);
    // ruleid: php-upload-file-name
    move_uploaded_file($_FILES['image']['tmp_name'], "images/" . basename($_FILES['image']['name']));
    // ok: php-upload-file-name
    move_uploaded_file($_FILES['file']['tmp_name'], '/srv/uploads/' . bin2hex(random_bytes(16)));
    // ok: php-upload-file-name
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
