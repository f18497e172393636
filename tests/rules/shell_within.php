<?php
$x = 1;
?>
<script>
// ruleid: within-script
eval(a + 1);
</script>
<?php if ($x): ?>
<!-- ruleid: within-script -->
<button onclick="eval(this.value)">go</button>
<?php endif;
