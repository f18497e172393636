const express = require('express');
const fs = require('fs');
const Handlebars = require('handlebars');
const Mustache = require('mustache');
const app = express();

app.get('/one', (req, res) => {
  const page = Handlebars.compile(fs.readFileSync('pages/one.hbs', 'utf8'));
  res.send(page({ name: req.query.name, title: 'x' }));
});

app.get('/two', (req, res) => {
  const page = Handlebars.compile(fs.readFileSync('pages/two.hbs', 'utf8'), { noEscape: true });
  res.send(page({ name: req.query.name, title: 'x' }));
});
