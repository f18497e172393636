(ns a.b (:require [c.d :as d]))
(defn ^String f [x & {:keys [y]}]
  ; a comment
  (d/run #(inc %) @x 'q #"\d+" \a -1 0x1F nil true)
  (.call (Thing. 1) #{:k ::l} #_(gone) {"m" (new Thing)})
  [] () #?(:clj 1 :default 2) #inst "2020" #'f)
