const express = require('express');
const app = express();
app.set('view engine', 'ejs');

app.get('/one', (req, res) => res.render('one', { text: req.params.text }));
app.get('/two', (req, res) => res.render('two', { text: 'fixed' }));
