export const contracts = {};
