const express = require('express');
const app = express();
app.get('/list', (req, res) => {
  res.render('list.njk', { rows: [{ text: req.query.text, size: 1 }] });
});
