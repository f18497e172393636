def ask(prompt)
  prompt + source()
end

def tell(prompt)
  source()
  prompt
end

def run
  # ruleid: flow
  sink(ask('name? '))
  # ok: flow
  sink(tell('name? '))
end
