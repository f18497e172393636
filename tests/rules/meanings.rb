# ruleid: meaning-regex-with-code
a =~ /^#{name}$/
# ok: meaning-regex-with-code
a =~ /^name$/
# ruleid: meaning-regex-with-code
a =~ /x#{name}/i

# ruleid: meaning-symbol
keep(:admin)
# ok: meaning-symbol
keep(:user)
# ok: meaning-symbol
keep("admin")

# ruleid: meaning-pair
h = { :a => 1 }
# ok: meaning-pair
h = { "a" => 1 }
# ruleid: meaning-symbol-key
find(:a => 1, :b => 2)
# ok: meaning-symbol-key
find(1)
