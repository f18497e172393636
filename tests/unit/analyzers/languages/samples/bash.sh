#!/usr/bin/env bash
# installs the shop
set -euo pipefail
readonly TARGET=/opt/shop
export PATH="$PATH:/opt/bin" LEVEL=3
declare -A settings=([a]=1 [b]=2)
files=(one.txt "two $LEVEL.txt")
count=0

install() {
  local name=$1 version="${2:-latest}"
  curl -sSL "https://example.org/$name-$version.sh" | sudo bash -s -- --yes
  wget -q http://example.org/a.tar.gz -O - > /tmp/a.tar.gz 2>&1
  chmod 777 "$TARGET"
  eval "$name"
  rm -rf $TARGET/* && echo done || exit 1
  DEBUG=1 make -j"$(nproc)" install
  result=$(ls -l "${files[0]}" | wc -l)
  result+=`date +%s`
  (( count++ ))
  count=$((count + 1))
}

function check {
  if [ -z "$1" ]; then
    echo "usage: $0" >&2
    return 1
  elif [[ $1 =~ ^[0-9]+$ && ! -f $1 ]]; then
    echo 'number'
  else
    echo $'tab\t'
  fi
}

for file in "${files[@]}" *.sh; do
  cat "$file"
done
for ((i = 0; i < 3; i++)); do echo $i; done
while read -r line; do
  echo "${line%%:*}"
done < /etc/passwd
until ping -c1 host; do sleep 1; done

case "$1" in
  start|run) install "$@" ;;
  *.txt) check "$1" ;;
  *) exit 2 ;;
esac

cat <<EOF > out.txt
hello $LEVEL
EOF
grep -q x <<< "$LEVEL"
diff <(sort a) <(sort b)
! test -e file
trap 'rm -f "$tmp"' EXIT
python3 -c "import os; os.system('$1')" &
unset count
openssl enc -des -k "secret" -in {a,b}.txt
