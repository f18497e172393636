const express = require('express');
const app = express();
app.set('view engine', 'pug');

app.get('/list', (req, res) => {
  res.render('list', { rows: [{ text: req.query.text, size: 1 }], note: req.query.note });
});
