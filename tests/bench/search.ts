export { run } from './search-queries.ts';
