# ruleid: extracted-eval
run_js("a(); eval(b)")
# ruleid: extracted-log
run_js("log(b)")
# ok: extracted-log
run_escaped("log(\"b\"); x = \"eval(1)\"")
# ruleid: extracted-eval
run_escaped("x = \"\n\"; eval(\"b\")")
# ruleid: extracted-string
keep("whole")
# ok: extracted-eval
other("eval(b)")
# ruleid: extracted-both
piece("first()")
piece("second()")
