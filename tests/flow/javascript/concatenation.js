function query() {
  const name = source();
  let text = "select * from t where n = '" + name + "'";
  // ruleid: flow
  sink(text);
  text = "select * from t where n = '" + 'fixed' + "'";
  text += ' limit 1';
  // ok: flow
  sink(text);
}
