<?php

$title = source();
$color = 'red';
