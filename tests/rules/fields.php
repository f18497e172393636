<?php
class Fields {
    private $key = "secret";
    public $open = "secret";
    const NAME = "secret";
    function m() {
        // ruleid: field-worth-php
        apply($this->key);
        // ok: field-worth-php
        apply($this->open);
        // ruleid: field-worth-php
        apply(self::NAME);
    }
}
