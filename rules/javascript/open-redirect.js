const express = require('express');
const fastify = require('fastify')();

const app = express();

app.get('/login', (req, res) => {
  // ruleid: javascript-open-redirect
  res.redirect(req.query.next);
  // ok: javascript-open-redirect
  res.redirect('/home');
});

fastify.get('/logout', async (request, reply) => {
  // ruleid: javascript-open-redirect
  reply.redirect(request.query.next);
  // ok: javascript-open-redirect
  reply.redirect('/');
});
