<?php

class Channel
{
    private array $listeners = [];

    public function subscribe(callable $listener): void
    {
        $this->listeners[] = $listener;
    }

    public function publish(string $message): void
    {
        foreach ($this->listeners as $listener) {
            $listener($message);
        }
    }
}

function connect(): void
{
    $orders = new Channel();
    $orders->subscribe(function ($message) {
        // ruleid: flow
        sink($message);
    });
    $ticks = new Channel();
    $ticks->subscribe(function ($message) {
        // ok: flow
        sink($message);
    });
    $orders->publish(source());
    $ticks->publish('tick');
}
