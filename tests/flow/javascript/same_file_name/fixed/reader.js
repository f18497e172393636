exports.read = () => 'fixed';
