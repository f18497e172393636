#!/usr/bin/env bb
;; A web handler; most of the language in one place.
(ns shop.orders
  "Orders."
  (:require [clojure.string :as str]
            [ring.util.response :refer [response redirect]])
  (:import (java.security MessageDigest SecureRandom)
           java.util.Date))

(def ^:private limit 0x10)
(def pattern #"(?i)order-(\d+)")
(defonce state (atom {:orders [] :ratio 3/4, :tags #{:new :old}}))

(defmacro unless [test & body]
  `(if (not ~test) (do ~@body)))

(defn- digest
  "A digest of a text."
  ^String [^String text {:keys [algorithm] :or {algorithm "SHA-256"} :as options}]
  (let [d (MessageDigest/getInstance algorithm)
        bytes (.digest d (.getBytes text "UTF-8"))]
    (str/join (map #(format "%02x" %) bytes))))

(defprotocol Store
  (save! [this order])
  (find-by [this k v]))

(defrecord Memory [data]
  Store
  (save! [_ order] (swap! data conj order))
  (find-by [_ k v] (first (filter (comp #{v} k) @data))))

(defmulti handle :type)
(defmethod handle ::created [{:keys [id]}]
  (println "created" id \newline \( \u0041))

(defn run [args]
  (try
    (-> args first (str/split #",") #_(ignored form) vec)
    (catch Exception e
      (throw (ex-info "no" {:cause e} (Date.))))
    (finally (new SecureRandom)))
  (cond
    (nil? args) nil
    (> (count args) 1.5e3) 'symbol
    :else #'state)
  (for [x [1 2 -3] :when (odd? x)] [x true false])
  #?(:clj (System/exit 0) :cljs (js/alert "x"))
  #inst "2020-01-01" ##Inf
  (.. System getProperties (get "os.name"))
  (loop [i 0] (when (< i 10) (recur (inc i)))))
