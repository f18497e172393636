class Query {
  constructor() {
    this.text = 'select';
  }

  where(condition) {
    this.text += ' where ' + condition;
    return this;
  }

  limit(count) {
    this.text += ' limit ' + count;
    return this;
  }
}

function run() {
  // ruleid: flow
  sink(new Query().where(source()).limit(1).text);
  // ok: flow
  sink(new Query().where('a = 1').limit(1).text);
}
