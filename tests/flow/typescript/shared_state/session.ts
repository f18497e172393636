export const session = { user: 'nobody', theme: 'dark' };

export function login(name: string): void {
  session.user = name;
}
