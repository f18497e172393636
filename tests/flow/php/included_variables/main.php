<?php

include 'settings.php';

// ruleid: flow
sink($title);
// ok: flow
sink($color);
