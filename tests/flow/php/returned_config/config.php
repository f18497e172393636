<?php

return [
    'trace' => false,
    'level' => 3,
];
