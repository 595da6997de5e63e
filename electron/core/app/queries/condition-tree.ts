import { conditionTest, type Sources } from '#electron/core/app/queries/condition-test.ts';
import { joinTests, type RowTest } from '#electron/core/app/queries/row-test.ts';
import type { ConditionTree } from '#shared/queries/condition.ts';

/** The whole of a filter builder's conditions as one test over documents. */
export function treeTest(sources: Sources, tree: ConditionTree): RowTest {
  const members = tree.of.map((one) =>
    'of' in one
      ? joinTests(
          one.of.map((leaf) => conditionTest(sources, leaf)),
          one.join,
        )
      : conditionTest(sources, one),
  );
  return joinTests(members, tree.join);
}
