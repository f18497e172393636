function fill(form, text) {
  form.comment = text;
}

function submit() {
  const form = {};
  fill(form, source());
  // ruleid: flow
  sink(form.comment);
}

function submitTemplate() {
  const form = {};
  fill(form, 'thank you');
  // ok: flow
  sink(form.comment);
}
