export const drafting = {};
