<?php

trait Titled
{
    private string $title = '';

    public function entitle(string $title): void
    {
        $this->title = $title;
    }

    public function title(): string
    {
        return $this->title;
    }
}

class Book
{
    use Titled;

    public function shelf(): string
    {
        return 'A3';
    }
}

function publish(): void
{
    $book = new Book();
    $book->entitle(source());
    // ruleid: flow
    sink($book->title());
    // ok: flow
    sink($book->shelf());
}
