/** Ends the process with one line when it does not run on the project's Node (`npm run` takes care of it; a bare `node` may not). */
export function requireNode24(): void {
  if (Number(process.versions.node.split('.')[0]) >= 24) return;
  console.error(
    `Opora runs on Node 24; this is ${process.version}. Use "npm start", "npm test" or "node build/node24.mjs FILE".`,
  );
  process.exit(1);
}
