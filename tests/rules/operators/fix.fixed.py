# ruleid: fix-text
a = yaml.safe_load(text)
# ruleid: fix-regex
cookie("a", b(1), secure=True)
