export default function wrap(text: string): string {
  return '(' + text + ')';
}
