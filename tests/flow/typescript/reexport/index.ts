export { default as wrap } from './wrap';
export * from './drop';
