<?php

// ruleid: php-regex-injection
preg_match('/' . $_GET['pattern'] . '/', 'articles');
// ok: php-regex-injection
preg_match('/' . preg_quote($_GET['text'], '/') . '/', 'articles');
