const express = require('express');
const nunjucks = require('nunjucks');
const app = express();
nunjucks.configure('views', { autoescape: true, express: app });

app.get('/hello', (req, res) => {
  res.render('hello.njk', { name: req.query.name, title: 'Hello' });
});
