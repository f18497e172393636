// Orders of a shop.
import Foundation
import CryptoKit

let limit: Int = 0x10
var counter = 0, total = 1.5

protocol Store: AnyObject {
    var name: String { get }
    func find(id: Int) -> Order?
}

enum Level: String {
    case low, high = "h"
    case paid(at: Int)
}

struct Order: Codable, Equatable {
    let id: Int
    var note: String? = nil
    private(set) var items: [String] = []
    var size: Int { return items.count }
    init(id: Int) { self.id = id }
}

@available(iOS 13, *)
final class OrderController: Controller, Store {
    static let shared = OrderController()
    weak var delegate: Delegate?
    let name = "orders"

    @objc public func find(id: Int, in list: [Order] = [], _ flag: Bool) throws -> Order? {
        let query = "SELECT * FROM orders WHERE id = '\(id)' LIMIT \(limit + 1)"
        guard let row = db.execute(query).first, id > 0 else { return nil }
        let digest = Insecure.MD5.hash(data: Data(name.utf8))
        let task = Process()
        task.launchPath = "/bin/sh"
        task.arguments = ["-c", name]
        let settings: [String: Any] = ["debug": true, "level": 1]
        counter += 1
        if counter == limit && !list.isEmpty {
            counter = -1
        } else if let order = list.first as? Order {
            print("order \(order)", order.note ?? "none")
        } else {
            counter = settings.count
        }
        for item in list where item.id > 1 { print(item) }
        while counter < 3 { counter += 1 }
        repeat { counter -= 1 } while counter > 0
        switch id {
        case 0, 1: print("few")
        case 2...9 where flag: fallthrough
        default: break
        }
        do {
            try FileManager.default.removeItem(atPath: "/tmp/" + name)
        } catch let error as NSError {
            throw Failure.failed(error)
        }
        let names = list.map { $0.note! }.filter { (note: String) -> Bool in note != "" }
        UserDefaults.standard.set(name, forKey: "password")
        DispatchQueue.main.async { [weak self] in
            self?.reload(animated: true)
        }
        let url = URL(string: "http://example.org")!
        let text = """
        long \(name)
        """
        let pair = (1, second: 2)
        return id > 1 ? row : list[0]
    }
}

extension Order { func show() -> String { "\(id)" } }
func double(_ x: Int...) -> Int { x.reduce(0, +) * 2 }
