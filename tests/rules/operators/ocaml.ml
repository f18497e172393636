let handle_run user request =
  (* ruleid: ocaml-exec *)
  ignore (Sys.command request.command);
  debug "started";
  (* ruleid: ocaml-exec *)
  ignore (Unix.open_process_in user);
  (* ok: ocaml-exec *)
  ignore (Sys.command "uptime");
  if allowed user then
    (* ok: ocaml-exec *)
    ignore (Sys.command user)

let nightly request =
  (* ok: ocaml-exec *)
  Sys.command request.job

let handle_timer clock =
  (* ok: ocaml-exec *)
  Sys.command clock.job

let secure password salt =
  (* ruleid: ocaml-hash *)
  let first = Digest.string salt in
  (* ok: ocaml-hash *)
  let second = Sha512.string salt in
  (* ruleid: ocaml-tls *)
  Tls.client ~verify:false host;
  (* ok: ocaml-tls *)
  Tls.client ~verify:true host;
  (* ruleid: ocaml-rounds *)
  pbkdf2 password salt 1000;
  (* ok: ocaml-rounds *)
  pbkdf2 password salt 210000;
  use first second

(* ruleid: ocaml-key *)
let signing = "q8Zt3vX1pLk90WmJr2Ycs7Dh"
(* ok: ocaml-key *)
let label = "the signing key of invoices"
(* ruleid: ocaml-hosts *)
let open_hosts = ["shop.example"; "*"]
(* ok: ocaml-hosts *)
let closed_hosts = ["shop.example"; "api.example"]

let find db name =
  (* ruleid: ocaml-dsn *)
  connect "postgres://app:s3cret@db/shop";
  (* ok: ocaml-dsn *)
  connect "postgres://app:test@db/shop";
  (* ruleid: ocaml-query *)
  Db.exec db ("select * from users where name = '" ^ name);
  (* ruleid: ocaml-query *)
  Db.exec db (Printf.sprintf "select * from users where name = '%s'" name);
  (* ok: ocaml-query *)
  Db.exec db prepared

(* ruleid: ocaml-handler *)
module Purge = struct
  let count = 0
  let get request = Db.delete request
end

(* ok: ocaml-handler *)
module Show = struct
  let get request = Db.find request
end

let login user (dice : Random.State.t) (safe : Secure.t) (objects : pickle) (records : json) =
  (* ruleid: ocaml-log *)
  print_endline ("login with " ^ mask user.password);
  (* ok: ocaml-log *)
  print_endline ("login of " ^ user.name);
  (* ruleid: ocaml-random *)
  ignore (Random.State.bits dice);
  (* ok: ocaml-random *)
  ignore (Random.State.bits safe);
  (* ruleid: ocaml-read *)
  decode objects;
  (* ok: ocaml-read *)
  decode records;
  let target = query_param "next" in
  (* ruleid: ocaml-redirect *)
  redirect target;
  (* ok: ocaml-redirect *)
  redirect "/home";
  (* ok: ocaml-redirect *)
  redirect home;
  (* ok: ocaml-redirect *)
  forward target
