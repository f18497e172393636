<?php

// ruleid: php-setting-from-request
putenv('LANG=' . $_GET['language']);
// ok: php-setting-from-request
putenv('LANG=en');
