import { existsSync, readFileSync } from 'node:fs';
import type { JSONReport, JSONReportSpec, JSONReportSuite, JSONReportTest } from '@playwright/test/reporter';
import type { Told } from './told.ts';

/** Failed and flaky tests out of the report that Playwright's own JSON reporter wrote; nothing when there is none. */
export function toldByPlaywright(file: string): Told[] {
  if (!existsSync(file)) return [];
  const report = JSON.parse(readFileSync(file, 'utf8')) as JSONReport;
  const outside = report.errors.map(
    (error): Told => ({ outcome: 'failed', name: 'an error outside of any test', message: error.message ?? '' }),
  );
  return [...outside, ...report.suites.flatMap((suite) => toldInSuite(suite, [suite.title]))];
}

function toldInSuite(suite: JSONReportSuite, path: readonly string[]): Told[] {
  const inside = (suite.suites ?? []).flatMap((one) => toldInSuite(one, [...path, one.title]));
  return [...suite.specs.flatMap((spec) => spec.tests.flatMap((test) => toldOf(spec, test, path))), ...inside];
}

function toldOf(spec: JSONReportSpec, test: JSONReportTest, path: readonly string[]): Told[] {
  if (test.status !== 'unexpected' && test.status !== 'flaky') return [];
  const error = test.results.find((result) => result.error)?.error;
  const at = error?.location ? `\nat ${spec.file}:${error.location.line}` : '';
  const name = [...path, spec.title].join(' > ');
  return [{ outcome: test.status === 'flaky' ? 'flaky' : 'failed', name, message: `${error?.message ?? ''}${at}` }];
}
