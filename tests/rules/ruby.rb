# ruleid: ruby-call
run a, b
# ruleid: ruby-call
run(a)
# ok: ruby-call
run
# ruleid: ruby-bare-call
note.html_safe
# ruleid: ruby-bare-call
show(note.html_safe())
# ok: ruby-bare-call
note.html
# ruleid: ruby-interpolation
where("id = #{params[:id]}")
# ok: ruby-interpolation
where("id = 1")
# ruleid: ruby-subshell
out = `ls #{dir}`
# ok: ruby-subshell
out = `ls`
# ruleid: ruby-keyword
cookie :name, secure: false, path: '/'
# ruleid: ruby-keyword
cookie(:secure => false)
# ok: ruby-keyword
cookie(secure: true)
# ruleid: ruby-hash
x = { value: 1, :httponly => false }
# ok: ruby-hash
x = { value: 1 }
# ruleid: ruby-method
def self.go(a, b = 1)
  if a
    eval(b)
  end
end
# ok: ruby-method
def stay
  evaluate(1)
end
# ruleid: ruby-class
class A < Secret
end
# ok: ruby-class
class B < Other
end
# ruleid: ruby-block
db.transaction { |t| t.go }
# ok: ruby-block
db.other { |t| t.go }
# ruleid: ruby-params
redirect_to params[:back] if a
# ok: ruby-params
redirect_to root_path
# ruleid: ruby-rescue
begin
  a
rescue Error
  nil
end
# ok: ruby-rescue
begin
  a
rescue Error
  raise
end
def sequence
  # ruleid: ruby-sequence
  x = source(1)
  log(x)
  y = sink(x)
end
