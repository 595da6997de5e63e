import { Checkbox } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useState } from 'react';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { runCommands } from '#renderer/data/core.ts';
import { useAction, useCommand } from '#renderer/data/use-command.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/admin/admin.module.css';
import { RecordTable } from '#renderer/pages/admin/record-table.tsx';
import { RouteEditor } from '#renderer/pages/admin/route/route-editor.tsx';
import { useRouteWords } from '#renderer/pages/admin/route/use-route-words.ts';
import type { Setup } from '#renderer/pages/admin/setup.ts';

type Route = Setup['routes'][number];

/** Approval routes in the order in which they are offered; the first whose conditions hold is proposed. */
export function Routes({ setup }: { setup: Setup }) {
  const t = useWords('admin');
  const words = useRouteWords(setup);
  const update = useCommand('approval_route.update');
  const [open, setOpen] = useState<Route | 'new' | null>(null);
  const rows = [...setup.routes].sort((one, other) => one.position - other.position);
  /** Puts a route before or after its neighbour; all are numbered anew, so that equal places are parted. */
  const move = useAction(async (row: Route, by: -1 | 1) => {
    const order = rows.filter((one) => one !== row);
    order.splice(rows.indexOf(row) + by, 0, row);
    await runCommands(
      order.flatMap(({ id, position: before }, index) =>
        before === index + 1
          ? []
          : [
              {
                name: 'approval_route.update' as const,
                args: { id, patch: { position: index + 1 }, base: { position: before } },
              },
            ],
      ),
    );
  });
  if (open)
    return (
      <RouteEditor
        key={open === 'new' ? 'new' : open.id}
        setup={setup}
        route={open === 'new' ? null : open}
        onClose={() => setOpen(null)}
      />
    );
  return (
    <RecordTable
      entity="approval_route"
      rows={rows}
      nameOf={(row) => row.name}
      nameTitle={t('name')}
      add={t('addRoute')}
      onAdd={() => setOpen('new')}
      onOpen={setOpen}
      archives
      acts={(row) => (
        <>
          {row !== rows[0] && (
            <IconButton label={t('routeUp', { name: row.name })} onClick={() => void move.run(row, -1)}>
              <IconArrowUp size={16} stroke={1.6} />
            </IconButton>
          )}
          {row === rows.at(-1) ? (
            <span className={css['place']} />
          ) : (
            <IconButton label={t('routeDown', { name: row.name })} onClick={() => void move.run(row, 1)}>
              <IconArrowDown size={16} stroke={1.6} />
            </IconButton>
          )}
        </>
      )}
      columns={[
        { title: t('order'), cell: (row) => row.position },
        { title: t('when'), cell: (row) => words.conditions(row.conditions) },
        { title: t('steps'), cell: (row) => row.steps.map((step) => step.name).join(' → ') },
        {
          title: t('offered'),
          cell: (row) => (
            <Checkbox
              aria-label={`${t('offered')}: ${row.name}`}
              checked={row.active}
              onChange={() =>
                void update.run({ id: row.id, patch: { active: !row.active }, base: { active: row.active } })
              }
            />
          ),
        },
      ]}
    />
  );
}
