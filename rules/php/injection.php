<?php

function orders($db, $pdo)
{
    $a = mysqli_query($db, "SELECT * FROM orders WHERE customer = '" . $_GET['customer'] . "'");
    $b = $pdo->query("SELECT * FROM orders WHERE id = {$_GET['id']}");
    $sql = "DELETE FROM orders WHERE state = '$_POST[state]'";
    $pdo->exec($sql);
    $statement = $pdo->prepare('SELECT * FROM orders WHERE customer = ?');
    $statement->execute([$_GET['customer']]);
    $c = mysqli_query($db, 'SELECT * FROM orders WHERE id = ' . intval($_GET['id']));
    $d = $cache->query($_GET['key']);
    return [$a, $b, $c, $d];
}

function convert()
{
    exec('convert ' . $_GET['file'] . ' out.png', $lines);
    $text = shell_exec("ping -c 1 {$_POST['host']}");
    exec('convert ' . escapeshellarg($_GET['file']) . ' out.png', $lines);
    system('uptime');
    return $text;
}

function compute()
{
    $total = eval('return ' . $_POST['formula'] . ';');
    call_user_func($_GET['action']);
    $data = json_decode($_POST['data'], true);
    call_user_func('refresh', $_GET['id']);
    return [$total, $data];
}

function page($pages)
{
    include $_GET['page'];
    require_once 'pages/' . $_GET['page'] . '.php';
    include $pages[$_GET['page']];
    require_once __DIR__ . '/header.php';
}

function profile()
{
    $a = unserialize($_COOKIE['profile']);
    $b = unserialize(base64_decode($_POST['cart']));
    $c = unserialize($_COOKIE['profile'], ['allowed_classes' => false]);
    $d = unserialize(file_get_contents('/srv/cache/profile'));
    return [$a, $b, $c, $d];
}

function hello()
{
    echo '<h1>Hello ' . $_GET['name'] . '</h1>';
    echo "<p>{$_POST['comment']}</p>";
    print($_GET['text']);
    echo '<h1>Hello ' . htmlspecialchars($_GET['name']) . '</h1>';
    echo '<h1>Hello</h1>';
    echo $form->field($_POST['name']);
    echo trim($_GET['text']);
}

function settings()
{
    // ruleid: php-variable-extraction
    extract($_POST);
    // ruleid: php-variable-extraction
    extract($_GET, EXTR_SKIP);
    // ok: php-variable-extraction
    extract(['theme' => 'dark']);
    // ok: php-variable-extraction
    $theme = $_POST['theme'];
    return $theme;
}
