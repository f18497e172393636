class Fields {
    private let key = "secret"
    let given: String
    var open = "secret"
    init() {
        self.given = "secret"
    }
    func m() {
        // ruleid: field-worth
        use(self.key)
        // ruleid: field-worth
        use(given)
        // ok: field-worth
        use(self.open)
    }
}
