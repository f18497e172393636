<?php

$pages = ['home' => 'pages/home.php', 'about' => 'pages/about.php'];
// ruleid: php-file-inclusion
include 'pages/' . $_GET['page'] . '.php';
// ok: php-file-inclusion
include $pages['home'];
