const express = require('express');
const app = express();
app.set('view engine', 'pug');

app.get('/sum', (req, res) => res.render('sum', { data: { name: req.query.name, count: 2 } }));
