<?php

class Folder
{
    public string $title;
    public ?Folder $parent = null;

    public function __construct(string $title)
    {
        $this->title = $title;
    }
}

function nest(): void
{
    $folder = new Folder('work');
    $folder->parent = new Folder('home');
    $folder->parent->title = source();
    // ruleid: flow
    sink($folder->parent->title);
    // ok: flow
    sink($folder->title);
}
