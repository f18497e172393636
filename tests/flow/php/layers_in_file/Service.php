<?php

namespace Shop;

class Service
{
    private Repository $repository;

    public function __construct(Repository $repository)
    {
        $this->repository = $repository;
    }

    public function register(string $name): void
    {
        $this->repository->insert(new User($name, 'guest'));
    }
}
