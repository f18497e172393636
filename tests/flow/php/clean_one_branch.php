<?php

function archive(bool $public): void
{
    $note = source();
    if ($public) {
        $note = clean($note);
    }
    // ruleid: flow
    sink($note);
}

function archive_all(bool $public): void
{
    $note = source();
    $note = $public ? clean($note) : clean(trim($note));
    // ok: flow
    sink($note);
}
