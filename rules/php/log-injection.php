<?php

// ruleid: php-log-injection
error_log('search for ' . $_GET['q']);
// ok: php-log-injection
error_log('search for ' . str_replace("\n", '', $_GET['q']));
// ok: php-log-injection
error_log('search for ' . strlen($_GET['q']) . ' letters');
