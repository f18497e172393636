<?php

function refuse(string $name): void
{
    throw new InvalidArgumentException("unknown $name");
}

function caught(): void
{
    try {
        refuse(source());
    } catch (InvalidArgumentException $problem) {
        // ruleid: flow
        sink($problem->getMessage());
    }
}

function caught_fixed(): void
{
    try {
        refuse('nobody');
    } catch (InvalidArgumentException $problem) {
        // ok: flow
        sink($problem->getMessage());
    }
}
