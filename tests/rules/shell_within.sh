# ruleid: within-pipe
curl -sSL https://example.org/x | sh > log.txt
# ok: within-pipe
curl -sSL https://example.org/x > x
# ruleid: within-eval
f() { local v=$1; eval "$v"; }
# ruleid: within-redirect
A=1 echo "x:0:0" 2>&1 > /etc/passwd
# ok: within-redirect
cat < /etc/passwd
# ruleid: within-loop
for f in $(ls dir); do echo "$f"; done
# ok: within-loop
for f in dir/*; do echo "$f"; done
case $1 in
  # ruleid: within-case
  all) rm -rf /data ;;
  *) : ;;
esac
# ok: within-case
rm -rf /tmp/x
