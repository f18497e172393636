import Foundation
// ruleid: swift-form-import-cryptokit
import CryptoKit
// ruleid: swift-form-let-int
let limit: Int = 0x10
// ruleid: swift-form-var
var counter = 0
// ruleid: swift-form-protocol
protocol Store: AnyObject {
    func find(id: Int) -> Order?
}
// ruleid: swift-form-class-controller, swift-form-class-store, swift-form-class, swift-form-class-let
class OrderController: Controller, Store {
    // ruleid: swift-form-static-let-shared
    static let shared = OrderController()
    // ruleid: swift-form-let-orders
    let name = "orders"
    // ruleid: swift-form-func, swift-form-objc-public-func, swift-form-func-find-throw
    @objc public func find(id: Int, in list: [Order] = [], _ flag: Bool) throws -> Order? {
        // ruleid: swift-form-operator
        let query = "SELECT \(id) x"
        // ruleid: swift-form-guard-let-else, swift-form-return
        guard let row = db.execute(query).first, id > 0 else { return nil }
        // ruleid: swift-form-insecure-md5-hash-data, swift-form-insecure-md5-hash
        let digest = Insecure.MD5.hash(data: Data(name.utf8))
        // ruleid: swift-form-launchpath
        task.launchPath = "/bin/sh"
        // ruleid: swift-form-debug-true
        let settings: [String: Any] = ["debug": true, "level": 1]
        // ruleid: swift-form-operator-2
        counter += 1
        // ruleid: swift-form-if-else, swift-form-if-counter-limit
        if counter == limit && !list.isEmpty { counter = 1 } else { counter = 2 }
        // ruleid: swift-form-if-let, swift-form-as-order, swift-form-none
        if let order = list.first as? Order { print(order.note ?? "none") }
        // ruleid: swift-form-for-in
        for item in list { print(item) }
        // ruleid: swift-form-operator-2, swift-form-while
        while counter < 3 { counter += 1 }
        // ruleid: swift-form-switch, swift-form-switch-case
        switch id {
        case 0, 1: print("few")
        default: break
        }
        // ruleid: swift-form-do-catch
        do {
            // ruleid: swift-form-try-removeitem-atpath, swift-form-removeitem-atpath
            try FileManager.default.removeItem(atPath: "/tmp/" + name)
        } catch let error as NSError {
            // ruleid: swift-form-throw
            throw Failure.failed(error)
        }
        // ruleid: swift-form-map, swift-form-map-note, swift-form-return
        let names = list.map { $0.note! }.filter { x in x != "" }
        // ruleid: swift-form-userdefaults-standard-set-forkey, swift-form-userdefaults-standard-set-forkey-2
        UserDefaults.standard.set(name, forKey: "password")
        // ruleid: swift-form-async, swift-form-dispatchqueue-main-async-weak-self
        DispatchQueue.main.async { [weak self] in
            // ruleid: swift-form-self-reload-animated-true, swift-form-self-reload
            self?.reload(animated: true)
        }
        // ruleid: swift-form-url-string-http
        let url = URL(string: "http://example.org")!
        // ruleid: swift-form-let-uiwebview-loadrequest
        let web = UIWebView()
        web.loadRequest(url)
        // ruleid: swift-form-operator-3, swift-form-return, swift-form-list
        return id > 1 ? row : list[0]
    }
    // ruleid: swift-form-func-int, swift-form-init
    init(id: Int) { self.id = id }
}
// ruleid: swift-form-extension, swift-form-func
extension Order { func show() -> String { "a" } }
// ruleid: swift-form-struct
struct P { let q: Int }
// ruleid: swift-form-enum
enum E { case a }
// ruleid: swift-form-func, swift-form-func-int-int, swift-form-func-int, swift-form-func-top-int-eval
func top(_ x: Int) -> Int { eval(x) }
// ruleid: swift-form-class
class B: A {
    // ruleid: swift-form-init, swift-form-super-init, swift-form-func-int
    override init(x: Int) { super.init(x) }
}
