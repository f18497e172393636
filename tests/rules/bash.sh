# ruleid: bash-pipe
curl -s "https://example.org/$a.sh" | bash
# ok: bash-pipe
curl -s https://example.org/a.sh | tee a.sh
go() {
  # ruleid: bash-eval
  eval "$1"
  # ok: bash-eval
  evaluate "$1"
}
# ruleid: bash-mode
if true; then chmod 777 a b; fi
# ok: bash-mode
chmod 755 a
