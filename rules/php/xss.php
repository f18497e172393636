<?php

$name = $_GET['name'];
// ruleid: php-xss-echo
echo '<p>Hello ' . $name . '</p>';
// ok: php-xss-echo
echo '<p>Hello ' . htmlspecialchars($name, ENT_QUOTES) . '</p>';
// ruleid: php-xss-echo
print("<p>{$_POST['note']}</p>");
// ok: php-xss-echo
echo (int) $_GET['page'];

use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\HttpFoundation\Response;

class GreetingController
{
    public function hello(Request $request): Response
    {
        // ruleid: php-xss-echo
        return new Response('<p>' . $request->query->get('name') . '</p>');
    }

    public function number(Request $request): Response
    {
        // ok: php-xss-echo
        return new Response('<p>' . $request->query->getInt('page') . '</p>');
    }
}
