<?php

function read_line(): string
{
    return source();
}

function prompt(): string
{
    return '> ';
}
