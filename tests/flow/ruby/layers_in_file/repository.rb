class Repository
  def insert(user)
    # ruleid: flow
    sink("insert into users values ('#{user[:name]}')")
    # ok: flow
    sink("insert into roles values ('#{user[:role]}')")
  end
end
