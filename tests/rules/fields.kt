class Fields {
    private val key = "secret"
    val given: String
    var open = "secret"
    init {
        given = "secret"
    }
    fun m() {
        // ruleid: field-worth
        use(this.key)
        // ruleid: field-worth
        use(key)
        // ruleid: field-worth
        use(given)
        // ok: field-worth
        use(this.open)
    }
}
