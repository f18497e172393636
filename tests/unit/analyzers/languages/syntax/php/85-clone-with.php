<?php
before(1);
$copy = clone($object, ['x' => 1]);
after(1);
