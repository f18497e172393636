def show(shape)
  case shape
  in { kind: :named, name: }
    # ruleid: flow
    sink(name)
  in { kind: :plain, sides: }
    # ok: flow
    sink(sides)
  in [first, second]
    # ok: flow
    sink(first)
    # ruleid: flow
    sink(second)
  end
end

def run
  show({ kind: :named, name: source() })
  show({ kind: :plain, sides: 4 })
  show(['fixed', source()])
end
