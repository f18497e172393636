<?php

function paint(bool $night): void
{
    if ($night) {
        $color = source();
    } else {
        $color = 'white';
    }
    // ruleid: flow
    sink($color);
}

function repaint(bool $night): void
{
    $color = source();
    if ($night):
        $color = 'black';
    else:
        $color = 'white';
    endif;
    // ok: flow
    sink($color);
}
