/** Everybody's password in the demo company. It guards invented papers only, and a real server refuses it. */
export const demoPassword = 'opora-demo';
