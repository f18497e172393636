const state = { user: 'nobody', region: 'eu' };

function login(name) {
  state.user = name;
}

module.exports = { state, login };
