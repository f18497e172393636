<?php

function capture(): void
{
    ob_start();
    echo '<p>', source();
    $page = ob_get_clean();
    // ruleid: flow
    sink($page);
    ob_start();
    echo '<p>';
    // ok: flow
    sink(ob_get_clean());
}
