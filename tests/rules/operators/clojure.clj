(defn handle-run [user request]
  ;; ruleid: clojure-exec
  (shell/sh (:command request))
  (log/debug "started")
  ;; ruleid: clojure-exec
  (run user 3)
  ;; ok: clojure-exec
  (shell/sh "uptime")
  (when (allowed user)
    ;; ok: clojure-exec
    (run user 3)))

(defn nightly [request]
  ;; ok: clojure-exec
  (shell/sh (:job request)))

(defn handle-timer [clock]
  ;; ok: clojure-exec
  (shell/sh (:job clock)))

(defn secure [password salt]
  ;; ruleid: clojure-hash
  (digest/md5 salt)
  ;; ok: clojure-hash
  (digest/sha-512 salt)
  ;; ruleid: clojure-tls
  (http/get url {:insecure? true})
  ;; ok: clojure-tls
  (http/get url {:insecure? false})
  ;; ruleid: clojure-rounds
  (pbkdf2 password salt 1000)
  ;; ok: clojure-rounds
  (pbkdf2 password salt 210000))

;; ruleid: clojure-key
(def signing "q8Zt3vX1pLk90WmJr2Ycs7Dh")
;; ok: clojure-key
(def label "the signing key of invoices")
;; ruleid: clojure-hosts
(def open ["shop.example" "*"])
;; ok: clojure-hosts
(def closed ["shop.example" "api.example"])

(defn find-user [db name]
  ;; ruleid: clojure-dsn
  (connect "jdbc:postgresql://db/shop?user=app&password=s3cret")
  ;; ok: clojure-dsn
  (connect "jdbc:postgresql://db/shop?user=app&password=test")
  ;; ruleid: clojure-query
  (jdbc/query db (str "select * from users where name = '" name "'"))
  ;; ruleid: clojure-query
  (jdbc/query db (format "select * from users where name = '%s'" name))
  ;; ok: clojure-query
  (jdbc/query db prepared))

(def target (query-param "next"))

(defn login [user]
  ;; ruleid: clojure-log
  (log/info (str "login with " (mask (:password user))))
  ;; ok: clojure-log
  (log/info (str "login of " (:name user)))
  ;; ruleid: clojure-redirect
  (redirect target)
  ;; ok: clojure-redirect
  (redirect "/home")
  ;; ok: clojure-redirect
  (redirect home)
  ;; ok: clojure-redirect
  (forward target))
