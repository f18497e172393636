<?php

use Shop\Repository;
use Shop\Service;

spl_autoload_register(function (string $class): void {
    require __DIR__ . '/' . basename(str_replace('\\', '/', $class)) . '.php';
});

function run(): void
{
    $service = new Service(new Repository());
    $service->register(source());
}
