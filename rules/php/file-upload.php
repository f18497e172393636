<?php

// ruleid: php-upload-file-name
move_uploaded_file($_FILES['photo']['tmp_name'], '/srv/photos/' . $_FILES['photo']['name']);
// ok: php-upload-file-name
move_uploaded_file($_FILES['photo']['tmp_name'], '/srv/photos/' . bin2hex(random_bytes(16)) . '.jpg');
