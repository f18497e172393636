exports.answer = (question) => 'thank you';
