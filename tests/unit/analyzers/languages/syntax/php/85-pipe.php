<?php
before(1);
$result = 'text' |> trim(...) |> strtoupper(...);
after(1);
