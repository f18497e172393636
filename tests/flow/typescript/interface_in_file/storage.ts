export interface Storage {
  put(key: string, value: string): void;
  get(key: string): string;
}
