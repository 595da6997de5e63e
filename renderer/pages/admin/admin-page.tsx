import { type ComponentType, lazy, Suspense } from 'react';
import { NavLink, useParams } from 'react-router';
import { Note } from '#renderer/components/note.tsx';
import { PageHeader, Sheet } from '#renderer/components/sheet.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/admin/admin.module.css';
import type { Setup } from '#renderer/pages/admin/setup.ts';
import { useSession } from '#renderer/state/session.ts';

const part = (load: () => Promise<ComponentType<{ setup: Setup }>>) => lazy(async () => ({ default: await load() }));

/** The sections in the order in which a company is set up. */
const sections = {
  employees: part(async () => (await import('#renderer/pages/admin/sections/employees.tsx')).Employees),
  departments: part(async () => (await import('#renderer/pages/admin/sections/departments.tsx')).Departments),
  branches: part(async () => (await import('#renderer/pages/admin/sections/branches.tsx')).Branches),
  routes: part(async () => (await import('#renderer/pages/admin/route/routes.tsx')).Routes),
  fields: part(async () => (await import('#renderer/pages/admin/sections/fields.tsx')).Fields),
  kinds: part(async () => (await import('#renderer/pages/admin/sections/kinds.tsx')).Kinds),
  templates: part(async () => (await import('#renderer/pages/admin/sections/templates.tsx')).Templates),
  prints: part(async () => (await import('#renderer/pages/admin/sections/print-forms.tsx')).PrintForms),
  clauses: part(async () => (await import('#renderer/pages/admin/sections/clauses.tsx')).Clauses),
  calendars: part(async () => (await import('#renderer/pages/admin/sections/calendars.tsx')).Calendars),
  policies: part(async () => (await import('#renderer/pages/admin/sections/policies.tsx')).PoliciesSection),
  services: part(async () => (await import('#renderer/pages/admin/sections/portal/services.tsx')).Services),
  queues: part(async () => (await import('#renderer/pages/admin/sections/portal/queues.tsx')).Queues),
  slas: part(async () => (await import('#renderer/pages/admin/sections/portal/slas.tsx')).Slas),
  replies: part(async () => (await import('#renderer/pages/admin/sections/portal/replies.tsx')).Replies),
  recurring: part(async () => (await import('#renderer/pages/admin/sections/portal/recurring.tsx')).Recurring),
  grants: part(async () => (await import('#renderer/pages/admin/sections/portal/grants.tsx')).Grants),
} as const;
type Section = keyof typeof sections;
const names = Object.keys(sections) as Section[];
/** Sections that those who look after the portal open as well; what they may not change there is not offered. */
const ofPortal: readonly Section[] = ['services', 'queues', 'slas', 'replies', 'recurring', 'grants'];

/** What administrators keep: people and places, routes, own fields, the library, calendars, policies. */
export function AdminPage() {
  const t = useWords('admin');
  const { section } = useParams();
  const user = useSession((session) => session.state?.user);
  const { data } = useQuery('company.setup', {});
  const administrator = user?.roles.includes('administrator') ?? false;
  const mine =
    user && !administrator
      ? ofPortal.filter((name) => user.roles.includes('hr') || (user.roles.includes('it') && name !== 'grants'))
      : names;
  const open: Section = mine.find((name) => name === section) ?? mine[0] ?? 'employees';
  const Open = sections[open];
  if (user && mine.length === 0)
    return (
      <Sheet>
        <PageHeader title={t('title')} />
        <div className={css['content']}>
          <Note tone="amber" title={t('deniedTitle')}>
            {t('deniedText')}
          </Note>
        </div>
      </Sheet>
    );
  return (
    <Sheet>
      <PageHeader title={t('title')} />
      <div className={css['split']}>
        <nav className={css['sections']} aria-label={t('sections')}>
          {mine.map((name) => (
            <NavLink
              key={name}
              to={`/admin/${name}`}
              className={css['section'] ?? ''}
              data-active={name === open || undefined}
              data-first={(name === ofPortal[0] && name !== mine[0]) || undefined}
            >
              {t(`section_${name}`)}
            </NavLink>
          ))}
        </nav>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable with the keyboard */}
        <section className={css['content']} tabIndex={0} aria-label={t(`section_${open}`)}>
          <Suspense fallback={null}>{data && <Open setup={data} />}</Suspense>
        </section>
      </div>
    </Sheet>
  );
}
