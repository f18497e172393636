<?php

function lines(): Generator
{
    yield 'header';
    yield source();
}

function headings(): Generator
{
    yield 'one';
    yield from ['two', 'three'];
}

function run(): void
{
    foreach (lines() as $line) {
        // ruleid: flow
        sink($line);
    }
    foreach (headings() as $line) {
        // ok: flow
        sink($line);
    }
}
