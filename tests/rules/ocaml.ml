let run cmd other =
  (* ruleid: ocaml-application *)
  let code = Unix.system cmd in
  (* ok: ocaml-application *)
  let _ = Sys.system cmd in
  (* ruleid: ocaml-operators *)
  let same = code = code + 1 in
  (* ok: ocaml-operators *)
  let not_same = code = other + 1 in
  (* ruleid: ocaml-assignment *)
  total := !total * 2;
  (* ok: ocaml-assignment *)
  total := !other * 2;
  (* ruleid: ocaml-label *)
  connect host ~secure:false;
  (* ok: ocaml-label *)
  connect host ~secure:true;
  (* ruleid: ocaml-let *)
  let channel = open_in cmd in
  (* ok: ocaml-let *)
  let channel = open_in_bin cmd in
  (* ruleid: ocaml-string *)
  print_string "/etc/shadow";
  (* ok: ocaml-string *)
  print_string "my/etc";
  (* ruleid: ocaml-if *)
  if same then true else false

let load text =
  (* ok: ocaml-if *)
  if text = "" then false else true;
  (* ruleid: ocaml-function *)
  let value = Marshal.from_string text 0 in
  (* ruleid: ocaml-constructor *)
  if value = None then raise (Failure "nothing");
  (* ok: ocaml-constructor *)
  raise (Failure value)

(* ok: ocaml-function *)
let constant = Marshal.from_string "" 0

let check path =
  (* ruleid: ocaml-match *)
  match read path with
  | Ok value -> value
  | Error why -> fail why

let print items =
  (* ruleid: ocaml-lambda *)
  List.iter (fun item -> print_string item) items;
  (* ok: ocaml-lambda *)
  List.iter (fun item -> print_endline item) items;
  (* ok: ocaml-match *)
  match read items with Ok value -> value
