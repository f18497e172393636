<?php

class Animal
{
    protected $name;
    protected $sound = 'silence';

    public function __construct($name)
    {
        $this->name = $name;
    }
}

class Dog extends Animal
{
    public function __construct($name)
    {
        parent::__construct($name);
    }

    public function introduce()
    {
        // ruleid: flow
        sink($this->name);
        // ok: flow
        sink($this->sound);
    }
}

function adopt()
{
    (new Dog(source()))->introduce();
}
