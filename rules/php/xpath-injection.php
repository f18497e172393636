<?php

function price(DOMXPath $catalog)
{
    // ruleid: php-xpath-injection
    $catalog->query("//article[@name='" . $_GET['article'] . "']/price");
    // ok: php-xpath-injection
    $catalog->query('//article[1]/price');
}
