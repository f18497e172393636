export { shout as loud } from './voice.mjs';
export * from './silence.mjs';
