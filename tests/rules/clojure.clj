(ns one.core
  (:require [clojure.java.shell :as shell :refer [sh]])
  (:import (javax.crypto Cipher)
           java.util.Random))

;; ruleid: clojure-any-list
(def made (make 1))
;; ok: clojure-any-list
(def plain 1)

(defn run [text]
  ;; ruleid: clojure-call
  (shell/sh text "-c")
  ;; ruleid: clojure-call
  (sh text)
  ;; ok: clojure-call
  (other/sh text)
  ;; ruleid: clojure-class
  (Cipher/getInstance "AES/ECB/PKCS5Padding")
  ;; ok: clojure-class
  (Cipher/getInstance "AES/GCM/NoPadding")
  ;; ruleid: clojure-constructor
  (Random. 1)
  ;; ruleid: clojure-constructor
  (new Random)
  ;; ok: clojure-constructor
  (SecureRandom.)
  ;; ruleid: clojure-inside
  (str (eval text))
  ;; ok: clojure-inside
  (eval other)
  ;; ruleid: clojure-map
  (client/get url {:as :text, :insecure? true})
  ;; ok: clojure-map
  (client/get url {:insecure? false})
  ;; ruleid: clojure-namespace
  (slurp text))

(ns two.core
  (:refer-clojure :exclude [slurp]))

;; ok: clojure-namespace
(slurp "x")
