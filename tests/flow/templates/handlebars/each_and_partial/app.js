const express = require('express');
const app = express();
app.set('view engine', 'hbs');

app.get('/list', (req, res) => {
  res.render('list', { rows: [{ text: req.query.text, size: 1 }], user: { name: 'x' } });
});
