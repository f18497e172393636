<?php
before(1);
$name = new Request('x')->withMethod('GET')->name;
new class { function run() { } }->run();
#[\Deprecated(message: 'old')]
function old() { }
after(1);
