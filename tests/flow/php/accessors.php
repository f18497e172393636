<?php

class Wallet
{
    private $holder = '';
    private $currency = 'EUR';

    public function setHolder($name)
    {
        $this->holder = $name;
    }

    public function getHolder()
    {
        return $this->holder;
    }

    public function getCurrency()
    {
        return $this->currency;
    }
}

function create()
{
    $wallet = new Wallet();
    $wallet->setHolder(source());
    // ruleid: flow
    sink($wallet->getHolder());
    // ok: flow
    sink($wallet->getCurrency());
}
