const express = require('express');
const app = express();
app.get('/one', (req, res) => {
  res.render('one.html', { name: req.query.name });
});
