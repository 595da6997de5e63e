import { join } from 'node:path';
import { requireNode24 } from '#build/node-version.ts';
import { readSeedOptions } from '#build/seed/options.ts';
import { seedProfile } from '#build/seed/seed-profile.ts';

// `npm run seed -- --documents N [--tickets M] --profile NAME [--login LOGIN] [--today DATE] [--local] [--no-index] [--json]`:
// a company of any size on the demo server and a profile that opens with it. Starters take seedDemo from here.
export { seedDemo } from '#build/seed/demo.ts';

if (import.meta.main) {
  requireNode24();
  try {
    const options = readSeedOptions(process.argv.slice(2), process.env, join(import.meta.dirname, '..'));
    const seeded = await seedProfile(options, (line) => console.error(line));
    if (options.json) console.log(JSON.stringify(seeded));
    else
      console.log(
        `${seeded.documents} documents, ${seeded.tickets} requests, ${seeded.rows} records in ${seeded.seconds} s: ${seeded.profileDir}`,
      );
    process.exit(0);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
