import express from 'express';
import axios from 'axios';

const app = express();

app.get('/preview', async (req, res) => {
  // ruleid: javascript-ssrf-request-url
  await axios.get(req.query.address);
  // ruleid: javascript-ssrf-request-url
  await fetch('http://' + req.query.host + '/preview');
  // ok: javascript-ssrf-request-url
  await axios.get('https://api.example.com/preview', { params: { q: req.query.q } });
  res.end();
});
