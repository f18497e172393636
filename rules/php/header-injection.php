<?php

// ruleid: php-mail-header-injection
mail('shop@example.com', 'Order of ' . $_POST['name'], 'text');
// ok: php-mail-header-injection
mail('shop@example.com', 'Order of ' . str_replace(["\r", "\n"], '', $_POST['name']), 'text');
// ok: php-mail-header-injection
mail('shop@example.com', 'An order', 'text');
