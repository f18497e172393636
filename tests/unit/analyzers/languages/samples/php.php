<!DOCTYPE html>
<title><?= htmlspecialchars($title) ?></title>
<?php
// A small guest book: most constructs of PHP in one file.
declare(strict_types=1);

namespace App\Guestbook;

use PDO;
use Monolog\{Logger, Handler\StreamHandler as Stream};
use function App\Util\clean;

const LIMIT = 0x10, PREFIX = 'gb_';
static $calls = 0;

interface Store extends \Countable { public function save(Entry $entry): bool; }
enum Mood: string { case Happy = 'happy'; case Sad = 'sad'; const DEFAULT = self::Happy; }
trait Logs { abstract protected function log(string $line): void; }

#[Entity(table: 'entries'), Cached]
abstract class Entry extends Model implements Store, \JsonSerializable
{
    use Logs, Sorts { Logs::log as private traceLog; }
    public const VERSION = '1.0';
    private static ?int $count = 0, $last;
    protected readonly array $tags;
    public string $slug { get => strtolower($this->name); set { $this->name = $value; } }

    public function __construct(private readonly PDO $db, string|null &$name = null, int ...$rest)
    {
        parent::__construct($name);
        $this->tags = ['a', 'b' => "c\n", ...$rest];
        self::$count++;
    }

    #[Route('/find')]
    final public static function find(int $id): static
    {
        global $config;
        $sql = "SELECT * FROM " . PREFIX . "entries WHERE id = $id AND user = '{$this->user->name}' LIMIT $limits[0]";
        $rows = $this->db?->query($sql)->fetchAll(PDO::FETCH_ASSOC) or die('no rows');
        $output = `ls {$config['dir']}`;
        $raw = <<<'RAW'
            nothing $here
            RAW;
        $mail = <<<MAIL
            Dear $name,
            MAIL;
        if (!isset($_GET['page']) || empty($rows)) {
            return new static(@$rows[0], ...[1, 2]);
        } elseif ($id <=> LIMIT) {
            throw new \InvalidArgumentException(message: 'bad', code: 3);
        } else if ($id instanceof Entry)
            exit(1);
        else
            unset($rows[0], $sql);
        foreach ($rows as $key => &$row) {
            [$first, $second] = $row;
            list('x' => $x) = $row;
            if ($x === null) continue 2;
        }
        for ($i = 0, $n = count($rows); $i < $n; $i++, $n--):
            echo $rows[$i], '<br>';
            print $i;
        endfor;
        while (true): break; endwhile;
        do { $i -= 1.5e3; $i ??= 2; $i .= 'x'; } while ($i > 0 and $i != -1);
        switch ($key) {
            case 'a':
            case 'b': $name = &$other; break;
            default: goto done;
        }
        $label = match (true) { $id > 1, $id < 0 => 'many', default => clone $id };
        try {
            include_once __DIR__ . '/lib.php';
            $class = new class($id) extends Entry { public $x = 1; };
            $f = static fn(int $a): int => (int) $a ** 2;
            $g = function () use ($id, &$rows): \Generator { yield $id => $rows; yield from []; };
            \exec('convert ' . $_POST['file'], $lines);
            StrLen(...);
        } catch (\PDOException | Stream\Error $error) {
            $logger->{$level}("failed: {$error->getMessage()}");
        } finally {
            $$name = $object::class ?: Mood::from('sad');
        }
        done:
        return $this;
    }
}
?>
<?php if ($entries): ?>
  <ul><?php foreach ($entries as $entry): ?><li><?= $entry->name ?></li><?php endforeach ?></ul>
<?php else: ?>
  <p>none</p>
<?php endif;
