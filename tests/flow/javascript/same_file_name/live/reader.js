exports.read = () => source();
