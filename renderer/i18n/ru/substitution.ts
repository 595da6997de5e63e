export const substitution = {};
