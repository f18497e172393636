import express from 'express';
import Fastify from 'fastify';


const app = express();

app.get('/login', (req, res) => {
  // ruleid: javascript-open-redirect
  res.redirect(req.query.next);
  // ok: javascript-open-redirect
  res.redirect('/home');
});

const fastify = Fastify();
fastify.get('/logout', async (request, reply) => {
  // ruleid: javascript-open-redirect
  reply.redirect(request.query.next);
  // ok: javascript-open-redirect
  reply.redirect('/');
});
