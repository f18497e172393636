<?php

namespace Shop;

class User
{
    public function __construct(public string $name, public string $role)
    {
    }
}
