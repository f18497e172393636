<?php

namespace Shop;

class Repository
{
    public function insert(User $user): void
    {
        // ruleid: flow
        sink("insert into users values ('{$user->name}')");
        // ok: flow
        sink("insert into roles values ('{$user->role}')");
    }
}
