#!/bin/bash
handle_run() {
  # ruleid: bash-exec
  eval $1
  echo started
  # ruleid: bash-exec
  bash -c $command now
  # ok: bash-exec
  eval "uptime"
  if is_allowed $command; then
    # ok: bash-exec
    eval $command
  fi
}

nightly() {
  # ok: bash-exec
  eval $1
}

secure() {
  # ruleid: bash-hash
  md5sum "$file"
  # ok: bash-hash
  sha512sum "$file"
  # ruleid: bash-tls
  curl --silent --insecure https://shop.example
  # ok: bash-tls
  curl --silent https://shop.example
  # ruleid: bash-mode
  chmod 777 "$file"
  # ok: bash-mode
  chmod 640 "$file"
  # ruleid: bash-key
  signing="q8Zt3vX1pLk90WmJr2Ycs7Dh"
  # ok: bash-key
  label="the signing key of invoices"
  # ruleid: bash-hosts
  HOSTS=(shop.example '*')
  # ok: bash-hosts
  HOSTS=(shop.example api.example)
}

find_user() {
  # ruleid: bash-dsn
  connect postgres://app:s3cret@db/shop
  # ok: bash-dsn
  connect postgres://app:test@db/shop
  # ruleid: bash-query
  psql -c $(make_query)
  # ok: bash-query
  psql -c "select * from users"
}

login() {
  believe $target
  # ruleid: bash-redirect
  wget $target
  # ok: bash-redirect
  wget "https://shop.example"
  # ok: bash-redirect
  wget $home
  # ok: bash-redirect
  fetch $target
}
