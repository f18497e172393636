<?php

const TRACE = false;
define('LEVEL', 3);

class Limits
{
    public const STRICT = true;
}
