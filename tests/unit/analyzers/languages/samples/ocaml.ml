(* A small job runner; most of the language in one place. *)
open Printf
open! Stdlib.List
include Comparable.Make (struct type t = int let compare = compare end)

module Log = Logger
module type STORE = sig
  type 'a t
  exception Missing of string
  val get : 'a t -> key:string -> 'a option
end

type color = Red | Green of int * string | Blue of { depth : int; mutable name : string }
type ('a, 'b) pair = { left : 'a; right : 'b list }
and job = private (int * string) option
type shape = [ `Circle of float | `Square ]
exception Failed of string * int

external now : unit -> float = "sluice_now" "sluice_now_byte" [@@noalloc]

let limit = 0x10
let pi, _e = 3.14, 2.71
let greeting = {|hello "world"|} ^ "\n" and letter = 'a'
let[@inline] add ?(step = 1) ~by x = x + by * step

let rec run (jobs : job list) ~log = function
  | [] -> ()
  | Some (id, name) :: rest when id > limit ->
      log (sprintf "%d %s" id name);
      run rest ~log [] |> ignore
  | (None | Some _) as other :: _ -> ignore other

let find table key =
  try
    let value = Hashtbl.find table key in
    let module M = Map.Make (String) in
    if value = true && not (key == "") then begin
      print_string key;
      Some value
    end else if value <> false then None
    else raise (Failed ("none", 3))
  with
  | Not_found | End_of_file -> None
  | Failed (why, _) when why <> "" -> prerr_endline why; None
  | exn -> raise exn

let counters = ref 0
let work items =
  counters := !counters + 1;
  for i = 0 to Array.length items - 1 do
    items.(i) <- items.(i) * 2;
    Bytes.set buffer i text.[i]
  done;
  while !counters > 0 do decr counters done;
  let point = { left = 1; right = [ 2; 3 ] } in
  let moved = { point with left = -1 } in
  let copy = [| moved.left; point.right |> List.hd |] in
  assert (copy.(0) > 0);
  let lazy_value = lazy (List.map (fun x y -> (x : int) + y) []) in
  let open Filename in
  let+ path = concat "/tmp" (M.name ^ ".txt") and* other = basename "x" in
  ignore (Lazy.force lazy_value, `Circle 1.0, (path :> string), String.(length "a"));
  match point with
  | { left = 1; _ } -> 'x' | { left; right = a :: b } -> if left > 0 then 'y' else 'z'
  | exception Failed _ -> assert false

class counter (start : int) = object (self)
  inherit base start as super
  val mutable count = start
  method private bump by = count <- count + by; self#report
  method report : unit = printf "%d" count
  initializer super#setup
end

let obj = new counter 3
let () =
  obj#report;
  let%lwt data = [%sql "select 1"] in
  ignore data;
  at_exit (fun () -> Unix.system "rm -rf /tmp/x" |> ignore)
;;
print_endline "done"
