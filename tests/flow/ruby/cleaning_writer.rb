class Profile
  attr_reader :nickname, :motto

  def nickname=(text)
    @nickname = clean(text)
  end

  def motto=(text)
    @motto = text
  end
end

def edit
  profile = Profile.new
  profile.nickname = source()
  profile.motto = source()
  # ok: flow
  sink(profile.nickname)
  # ruleid: flow
  sink(profile.motto)
end
