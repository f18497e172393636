export const drop = (text: string): string => '';
