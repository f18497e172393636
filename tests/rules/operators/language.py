# ruleid: language-json
policy("f(allow(x))")
# ok: language-json
policy("allow('read')")
# ok: language-json
policy("allow((")

# ruleid: language-regex
query("SELECT a FROM b")
# ok: language-regex
query("SELECT a FROM b LIMIT 1")
