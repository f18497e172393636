<p>
<!-- ruleid: php-echo -->
<?= $_GET['name'] ?>
</p>
<?php
// ruleid: php-class
class UserController extends Controller
{
    // ruleid: php-property
    private ?string $password = "hunter2";
    // ok: php-property
    private $name = "x";

    // ruleid: php-function
    public function login(int $id, Request $request): void
    {
        // ruleid: php-call
        EXEC($id);
        // ruleid: php-backticks, php-interpolated
        $list = `ls $id`;
        // ruleid: php-echo
        echo $_GET['x'];
        // ok: php-echo
        echo htmlspecialchars($_GET['x']);
        // ruleid: php-include
        include($id . '.php');
        // ruleid: php-method
        $rows = $this->db->query("SELECT " . $id);
        // ok: php-method
        $rows = $this->db->query("SELECT 1");
        // ruleid: php-static
        $user = User::where('id', $id)->first();
        // ruleid: php-new
        $job = new Process(['ls', $id]);
        // ruleid: php-assign
        $data = @unserialize($_COOKIE['d']);
        // ruleid: php-sequence, php-interpolated
        $query = "SELECT * FROM users WHERE id = {$id}";
        if ($user) { mysqli_query($link, $query); }
        // ruleid: php-array
        setcookie("a", "b", ["httponly" => true, "secure" => false]);
        // ok: php-array
        setcookie("a", "b", ["secure" => true]);
        // ruleid: php-named-argument
        open("x", write: true);
        // ruleid: php-if
        if ($id == $user): $id = 1; endif;
        // ok: php-if
        if ($id === $user) { $id = 1; }
        // ruleid: php-foreach
        foreach ($rows as $key => $row) { use_it($row); }
        // ok: php-foreach
        foreach ($rows as $row) { use_it($row); }
        // ruleid: php-closure
        $f = function ($x) use ($id) { return $x; };
        // ruleid: php-catch
        try { use_it($f); } catch (Exception $e) { }
        // ok: php-catch
        try { use_it($f); } catch (Exception $e) { log_it($e); }
        // ruleid: php-die
        $rows or die("no rows");
    }

    // ok: php-function
    public function logout(): void {}
}
