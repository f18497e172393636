import re

# ruleid: analysis-entropy
key = "q8Zt3vX1pLk90WmJr2Ycs7Dh"
# ok: analysis-entropy
key = "put-your-own-key-here-please"
# ok: analysis-entropy
key = "xxxxxxxxxxxxxxxxxxxxxxxx"
# ok: analysis-entropy
key = "q8Zt"

# ruleid: analysis-redos
re.compile("^(a+)+$")
# ruleid: analysis-redos
re.compile(r"(\w+\s?)*;")
# ruleid: analysis-redos
re.compile("(x|xx)*y")
# ok: analysis-redos
re.compile(r"^(\w+\s)*;$")
# ok: analysis-redos
re.compile("[0-9]+-[0-9]+")
# ok: analysis-redos
re.compile("(")
