module.exports = {
  debug: false,
  strict: true,
};
