/**
 * The password of every account of a demo company. It opens nothing on a server that does not run as a demo, even when an account
 * has been given it.
 */
export const demoPassword = 'opora-demo';
