import express from 'express';
import ejs from 'ejs';
import handlebars from 'handlebars';

const app = express();

app.post('/preview', (req, res) => {
  // ruleid: javascript-template-injection
  const html = ejs.render(req.body.text, {});
  // ruleid: javascript-template-injection
  const template = handlebars.compile('<p>' + req.body.text + '</p>');
  // ok: javascript-template-injection
  const safe = ejs.render('<p><%= text %></p>', { text: req.body.text });
  res.end();
});
