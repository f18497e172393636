(defn run []
  ;; ruleid: meaning-keyword
  (keep :admin)
  ;; ok: meaning-keyword
  (keep :user)
  ;; ok: meaning-keyword
  (keep "admin"))
