// What the programs here talk to.
declare function source(): string;
declare function clean(text: string): string;
declare function sink(value: unknown, ...more: unknown[]): void;
