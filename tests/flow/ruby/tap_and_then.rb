def run
  # ruleid: flow
  sink(source().tap { |text| clean(text) })
  # ruleid: flow
  sink(source().then { |text| text + '!' })
  # ok: flow
  sink(source().then { |text| clean(text) })
end
