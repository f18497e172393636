export const TRACE = false;
export const LEVEL = 3;
