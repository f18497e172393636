<?php

class Reply
{
    public string $body = '';
}

function write(Reply $reply, string $text): void
{
    $reply->body = $text;
}

function respond(): void
{
    $reply = new Reply();
    write($reply, source());
    // ruleid: flow
    sink($reply->body);
}

function acknowledge(): void
{
    $reply = new Reply();
    write($reply, 'received');
    // ok: flow
    sink($reply->body);
}
