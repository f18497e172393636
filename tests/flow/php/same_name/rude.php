<?php

namespace Rude;

function answer(string $question): string
{
    return $question . '?!';
}
