const Handler = require('./handler');

class LineHandler extends Handler {
  read() {
    return source();
  }
}

function run() {
  new LineHandler().handle();
}
