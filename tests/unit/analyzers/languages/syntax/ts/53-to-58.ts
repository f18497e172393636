before(1);
import type { A } from "./a" with { "resolution-mode": "import" };
const pattern = /(?<year>\d{4})-[\p{L}--[a-z]]/v;
function asText(x: string | number) { return typeof x === "string" ? x : x.toString(); }
let tuple: [a: string, number];
export { type B } from "./b";
after(1);
