# ruleid: fix-text
a = yaml.load(text, Loader)
# ruleid: fix-regex
cookie("a", b(1))
