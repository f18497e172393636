<?php

enum Detail
{
    case Low;
    case High;
}

function describe(Detail $detail, string $text): string
{
    return match ($detail) {
        Detail::Low => 'short',
        Detail::High => $text,
    };
}

function run(): void
{
    // ruleid: flow
    sink(describe(Detail::High, source()));
    // ok: flow
    sink(describe(Detail::Low, source()));
}
