<?php

use Twig\Environment;

function preview(Environment $twig)
{
    // ruleid: php-template-injection
    echo $twig->createTemplate($_POST['text'])->render([]);
    // ok: php-template-injection
    echo $twig->createTemplate('Hello {{ name }}')->render(['name' => $_POST['name']]);
}
