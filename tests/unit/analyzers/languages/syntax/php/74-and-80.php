<?php
#[Attribute(Attribute::TARGET_CLASS)]
final class A {
    public function __construct(private ?string $name = null, public readonly int|float $x = 1) { before(1); }
    public function run(mixed $o): static {
        $f = fn(int $x): int => $x * 2;
        $this->list ??= [...$o, 'a' => 1];
        $kind = match (true) { $o > 1, $o === null => 'a', default => throw new Error('x') };
        $o?->name?->run(name: 1, other: 2);
        try { go(); } catch (Error) { }
        after(1);
        return $this;
    }
}
