const kHead = "select a ";
function a(x) {
  // ruleid: meaning-joined-text
  send("select a " + "from t where " + x);
  // ruleid: meaning-joined-text
  send(kHead + "from t where " + x);
  // ok: meaning-joined-text
  send("insert " + "into t where " + x);
}
