import express from 'express';
import ldap from 'ldapjs';

const app = express();
const client = ldap.createClient({ url: 'ldap://directory.example.com' });

app.post('/login', (req, res) => {
  // ruleid: javascript-ldap-injection
  client.search('ou=people', { filter: '(uid=' + req.body.user + ')' }, () => res.end());
  // ok: javascript-ldap-injection
  client.search('ou=people', { filter: '(uid=admin)' }, () => res.end());
});
