def convert
  rows = [source(), 'b']
  # ruleid: flow
  sink(rows.map { |row| row.strip }[0])
  # ruleid: flow
  sink(rows.map(&:upcase).first)
  # ok: flow
  sink(rows.map { '-' }.first)
  # ruleid: flow
  sink(rows.select { |row| row != 'b' }.first)
  # ruleid: flow
  sink(rows.inject { |all, row| all + row })
  # ok: flow
  sink(%w[x y].map(&:upcase).first)
end
