func go(a: String) throws {
    // ruleid: swift-keyword
    UserDefaults.standard.set(a, forKey: "password")
    // ok: swift-keyword
    UserDefaults.standard.set(a, forKey: "theme")
    // ruleid: swift-interpolation
    try db.execute("SELECT '\(a)'")
    // ok: swift-interpolation
    try db.execute("SELECT 1")
}
