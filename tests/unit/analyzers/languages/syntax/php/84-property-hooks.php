<?php
class A {
    public string $name {
        get => ucfirst($this->name);
        set(string $value) { $this->name = before($value); }
    }
    public private(set) int $count = 0;
    protected(set) string $other;
    abstract public string $size { get; }
}
function go() { after(1); }
