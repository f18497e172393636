const output = require('./output');

function run() {
  output.write(source());
  output.writeQuietly(source());
}
