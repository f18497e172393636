function login(req, logger, user, mask) {
  const { password } = req.body;
  // ruleid: javascript-secret-in-log
  logger.info("login with " + req.body.password);
  // ruleid: javascript-secret-in-log
  console.log(`login of ${user.name} with ${password}`);
  // ruleid: javascript-secret-in-log
  this.logger.debug("token", { token: user.accessToken });
  // ruleid: javascript-secret-in-log
  console.log("key", process.env.API_KEY);
  // ok: javascript-secret-in-log
  logger.info("the password of " + user.name + " was changed");
  // ok: javascript-secret-in-log
  logger.info("login with " + mask(password));
  // ok: javascript-secret-in-log
  logger.info("length " + password.length);
  // ok: javascript-secret-in-log
  audit.record("login", password);
}
