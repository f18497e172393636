class Fields
  KEY = "secret"
  def initialize
    @own = "secret"
    @changed = "secret"
  end

  def change(x)
    @changed = x
  end

  def m
    # ruleid: field-worth
    use(@own)
    # ruleid: field-worth
    use(KEY)
    # ok: field-worth
    use(@changed)
  end
end
