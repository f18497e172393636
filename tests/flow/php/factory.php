<?php

class Parrot
{
    public function speak($text)
    {
        return $text . $text;
    }
}

class Statue
{
    public function speak($text)
    {
        return '';
    }
}

function voice($kind)
{
    return $kind === 'parrot' ? new Parrot() : new Statue();
}

function listen()
{
    // ruleid: flow
    sink(voice('parrot')->speak(source()));
    // ok: flow
    sink(voice('statue')->speak(source()));
}
