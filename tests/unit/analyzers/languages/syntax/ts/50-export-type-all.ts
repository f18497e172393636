before(1);
export type * from "./types";
export type * as all from "./types";
after(1);
