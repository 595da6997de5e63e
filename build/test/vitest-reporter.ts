import { relative } from 'node:path';
import type { Reporter, TestCase, TestModule } from 'vitest/node';
import { type Told, tell, toldIn } from './told.ts';

interface Thrown {
  name?: string | undefined;
  message: string;
  stacks?: readonly { file: string; line: number }[] | undefined;
}

/** Vitest's own reporter and, when `npm test` asks for it, one that repeats failures where its end is read. */
export function reporters(): ['default', ...Reporter[]] {
  const file = process.env[toldIn];
  return file ? ['default', toldReporter(file)] : ['default'];
}

/** Writes failed and flaky tests, files that could not be loaded and errors that belong to no test into the file. */
function toldReporter(file: string): Reporter {
  return {
    onTestRunEnd(modules, unhandled) {
      const told = [...modules].flatMap(toldOf);
      for (const error of unhandled) {
        told.push({ outcome: 'failed', name: 'an error outside of any test', message: messageOf([error as Thrown]) });
      }
      tell(file, told);
    },
  };
}

function toldOf(module: TestModule): Told[] {
  const name = module.relativeModuleId;
  const groups = [module, ...module.children.allSuites()].flatMap((group): Told[] => {
    const errors = group.errors();
    const full = group.type === 'module' ? name : `${name} > ${group.fullName}`;
    return errors.length > 0 ? [{ outcome: 'failed', name: full, message: messageOf(errors) }] : [];
  });
  const tests = [...module.children.allTests()].flatMap((test): Told[] => {
    const outcome = outcomeOf(test);
    if (!outcome) return [];
    return [{ outcome, name: `${name} > ${test.fullName}`, message: messageOf(test.result().errors ?? []) }];
  });
  return [...groups, ...tests];
}

function outcomeOf(test: TestCase): Told['outcome'] | undefined {
  if (test.result().state === 'failed') return 'failed';
  return test.diagnostic()?.flaky ? 'flaky' : undefined;
}

/** The first error with the place it comes from: what follows it is mostly its consequence. */
function messageOf([first]: readonly Thrown[]): string {
  if (!first) return '';
  const [place] = first.stacks ?? [];
  const at = place ? `\nat ${relative(process.cwd(), place.file)}:${place.line}` : '';
  return `${first.name ?? 'Error'}: ${first.message}${at}`;
}
