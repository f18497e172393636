const express = require('express');
const mongoose = require('mongoose');
const app = express();
const User = mongoose.model('User', new mongoose.Schema({ name: String, role: String }));

app.post('/users', async (req, res) => {
  const fields = req.body;
  // ruleid: javascript-mass-assignment-request
  await User.create(fields);
  // ruleid: javascript-mass-assignment-request
  await User.updateOne({ name: 'me' }, { $set: fields });
  const { name } = req.body;
  // ok: javascript-mass-assignment-request
  await User.create({ name });
  res.end();
});
