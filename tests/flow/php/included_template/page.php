<?php if (isset($heading)): ?>
<h1><?php
// ok: flow
sink($heading);
?></h1>
<p><?php
// ruleid: flow
sink($name);
?></p>
<?php endif ?>
