exports.write = function (text) {
  // ruleid: flow
  sink(text);
};

exports.writeQuietly = (text) => {
  // ok: flow
  sink(clean(text));
};
