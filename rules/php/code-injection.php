<?php

// ruleid: php-code-injection
eval('$total = ' . $_POST['formula'] . ';');
// ok: php-code-injection
eval('$total = 1 + 2;');

function hook()
{
    // ruleid: php-code-injection-indirect
    eval(file_get_contents('hook.txt'));
    // ok: php-code-injection-indirect
    eval('$x = 1;');
}
