class Settings {
  static theme = 'dark';
  static motto = '';

  static load() {
    Settings.motto = source();
  }
}

function show() {
  Settings.load();
  // ruleid: flow
  sink(Settings.motto);
  // ok: flow
  sink(Settings.theme);
}
