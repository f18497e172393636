import { Storage } from './storage';

export class MemoryStorage implements Storage {
  private entries = new Map<string, string>();

  put(key: string, value: string): void {
    this.entries.set(key, value);
  }

  get(key: string): string {
    return this.entries.get(key) ?? '';
  }
}

export class NoStorage implements Storage {
  put(key: string, value: string): void {}

  get(key: string): string {
    return '';
  }
}
