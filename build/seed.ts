// `npm run seed -- --documents N --profile NAME [--json]`, and what the demo's starter calls.
export { seedDemo } from '#build/seed/demo.ts';
