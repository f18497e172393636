def notify
  people = []
  people << source()
  people.each do |person|
    # ruleid: flow
    sink(person)
  end
  people.each_with_index do |person, position|
    # ruleid: flow
    sink(person)
    # ok: flow
    sink(position)
  end
  for person in %w[ann ben]
    # ok: flow
    sink(person)
  end
end
