class Profile {
  private stored = '';

  get nickname(): string {
    return this.stored;
  }

  set nickname(value: string) {
    this.stored = value.trim();
  }

  get level(): string {
    return 'basic';
  }
}

function run(): void {
  const profile = new Profile();
  profile.nickname = source();
  // ruleid: flow
  sink(profile.nickname);
  // ok: flow
  sink(profile.level);
  profile.nickname = 'bob';
  // ok: flow
  sink(profile.nickname);
}
