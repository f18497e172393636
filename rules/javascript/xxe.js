import express from 'express';
import libxmljs from 'libxmljs';

const app = express();

app.post('/order', (req, res) => {
  // ruleid: javascript-xxe
  libxmljs.parseXml(req.body, { noent: true });
  // ok: javascript-xxe
  libxmljs.parseXml(req.body, { noent: false });
  // ok: javascript-xxe
  libxmljs.parseXml('<order/>', { noent: true });
  res.end();
});
