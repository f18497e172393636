<?php

function chain(string $separator, string ...$parts): string
{
    return implode($separator, $parts);
}

function first(...$parts)
{
    return $parts[0];
}

function run(): void
{
    // ruleid: flow
    sink(chain('-', 'a', source()));
    // ok: flow
    sink(chain('-', 'a', 'b'));
    // ok: flow
    sink(first('a', source()));
    // ruleid: flow
    sink(first(...[source(), 'b']));
}
