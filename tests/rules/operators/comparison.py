# ruleid: comparison-number
chmod(p, 0o777)
# ok: comparison-number
chmod(p, 0o600)
mode = 0o622
# ruleid: comparison-number
chmod(p, mode)
# ok: comparison-number
chmod(p, unknown)

# ruleid: comparison-strip
port("80")
# ok: comparison-strip
port("8080")
# ruleid: comparison-strip
port("70000")

# ruleid: comparison-text
get(a, a)
# ok: comparison-text
get(a, b)
# ruleid: comparison-text
get("http://a", b)
# ok: comparison-text
get("https://a", b)

# ruleid: comparison-date
expires("2019-12-31")
# ok: comparison-date
expires("2020-01-01")
# ok: comparison-date
expires("soon")
