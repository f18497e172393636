export default function (text) {
  return '"' + text + '"';
}

export const blank = (text) => ' '.repeat(text.length);
