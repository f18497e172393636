export function hush(text) {
  return '';
}
