const express = require('express');
const app = express();
app.set('view engine', 'ejs');

app.get('/list', function (req, res) {
  res.render('list', { rows: [{ text: req.query.text, size: 1 }] });
});
