import express from 'express';
import xpath from 'xpath';

const app = express();

app.get('/price', (req, res) => {
  // ruleid: javascript-xpath-injection
  xpath.select("//article[@name='" + req.query.article + "']/price", app.locals.catalog);
  // ok: javascript-xpath-injection
  xpath.select('//article[1]/price', app.locals.catalog);
  res.end();
});
