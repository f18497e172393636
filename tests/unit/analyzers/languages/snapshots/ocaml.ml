open Printf
module M = Map.Make (String)

type t = Leaf | Node of { left : t; mutable size : int }
exception Failed of string

let limit = 0x10 and name = {|a "b"|}

let rec walk ?(depth = 0) ~log (tree : t) = function
  | Leaf when depth > limit -> log "deep"; ()
  | Node { left; _ } :: rest ->
      let next = walk left in
      total := !total + 1;
      if next = `None then begin log name; a.(i) <- -1 end else List.iter (fun x -> x#run) rest

let () =
  try ignore (M.find "k" { point with left = 1 }) with
  | Not_found -> raise (Failed "no")
