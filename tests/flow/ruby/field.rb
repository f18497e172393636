class Parcel
  attr_accessor :label, :weight
end

def send_parcel
  parcel = Parcel.new
  parcel.label = source()
  parcel.weight = '3 kg'
  # ruleid: flow
  sink(parcel.label)
  # ok: flow
  sink(parcel.weight)
  parcel.label = 'return to sender'
  # ok: flow
  sink(parcel.label)
end
