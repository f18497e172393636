<?php

function run(): void
{
    // ruleid: flow
    sink(urldecode(source()));
    parse_str('name=' . source() . '&page=3', $query);
    // ruleid: flow
    sink($query['name']);
    // ruleid: flow
    sink(base64_decode(base64_encode(source())));
    // ok: flow
    sink(urldecode('a%20b'));
}
