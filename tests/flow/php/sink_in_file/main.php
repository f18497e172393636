<?php

namespace Shop;

use Shop\Logging\Log;

require_once __DIR__ . '/Logging/Log.php';

function run(): void
{
    Log::warn(source());
    Log::warnQuietly(source());
}
