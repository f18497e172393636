import Foundation

@available(iOS 13, *)
class Orders: Base, Store {
    private let limit: Int = 10
    var size: Int { get { return limit } }

    init(_ db: Db, limit: Int = 5) { self.db = db }

    func find(by id: String) throws -> [Order]? {
        guard let row = db.run("SELECT \(id)", limit: 1) else { return nil }
        do {
            try remove(row)
        } catch let e as Failed {
            throw e
        }
        if id.isEmpty { log() } else { queue.async { [weak self] in self?.stop() } }
        return row.list.map { $0.name as? String ?? "none" }
    }
}
