<?php
readonly class A {
    const string NAME = 'a';
    public function run((A&B)|null $x, true $y): null|false {
        before(1);
        $value = self::{$name};
        $object = new readonly class(1) { };
        after(1);
    }
}
trait T { const X = 1; }
