<?php

$name = $_GET['name'];
// ruleid: php-path-traversal-request
unlink('/srv/invoices/' . $name);
// ok: php-path-traversal-request
unlink('/srv/invoices/' . basename($name));
// ruleid: php-path-traversal-request
file_put_contents('/srv/invoices/' . $_POST['file'], 'text');
