class Page {
  #body = "";
  constructor(req, {limit = 10, ...rest} = {}) { this.q = req.query.q; }
  get title() { return this.q; }
  render = () => `<p>${this.q}</p>`;
}
const [first, , third] = list;
const options = {first, [key]: 1, ...defaults};
