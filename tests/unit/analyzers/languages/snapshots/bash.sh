export A=1
b="$A x" c=${A:-2} run --flag "y" > out 2>&1
cat <<EOF
text $A
EOF
if [ -f x ] && curl -s u | sh; then
  echo "$(date)" 'raw'
elif [[ $b == "c" ]]; then :; else exit 1; fi
f() { local v=$1; eval "$v"; }
for i in a $b; do { g; h; } > f; done
case $1 in a|b) k ;; esac
until diff <(l) m; do sleep 1; done
