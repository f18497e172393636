class Fields {
  private val key = "secret"
  var open = "secret"
  def m() = {
    // ruleid: field-worth
    use(this.key)
    // ok: field-worth
    use(this.open)
  }
}
