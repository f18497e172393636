<?php

function pass($text)
{
    return clean($text);
}

function look($text)
{
    clean($text);
    return $text;
}

function run()
{
    // ok: flow
    sink(pass(source()));
    // ruleid: flow
    sink(look(source()));
}
