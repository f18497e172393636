<?php

$directory = ldap_connect('ldap://directory.example.com');
$user = $_POST['user'];
// ruleid: php-ldap-injection
ldap_search($directory, 'ou=people', '(uid=' . $user . ')');
// ok: php-ldap-injection
ldap_search($directory, 'ou=people', '(uid=' . ldap_escape($user, '', LDAP_ESCAPE_FILTER) . ')');
