import { IconArrowLeft } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { PageHeader, Sheet } from '#renderer/components/sheet.tsx';
import { ViewTabs } from '#renderer/components/view-tabs.tsx';
import type { CoreError } from '#renderer/data/core-error.ts';
import { useShortcuts } from '#renderer/frame/use-shortcuts.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { Setup } from '#renderer/pages/admin/setup.ts';
import { ApprovalTab } from '#renderer/pages/builder/approval-tab.tsx';
import { AudienceTab } from '#renderer/pages/builder/audience-tab.tsx';
import css from '#renderer/pages/builder/builder.module.css';
import { BuilderNotes } from '#renderer/pages/builder/builder-notes.tsx';
import { type Place, placeOf } from '#renderer/pages/builder/form-draft.ts';
import { FormTab } from '#renderer/pages/builder/form-tab.tsx';
import { LookTab } from '#renderer/pages/builder/look-tab.tsx';
import { placeOfRefusal } from '#renderer/pages/builder/place-of-refusal.ts';
import type { PortalSetup } from '#renderer/pages/builder/portal-setup.ts';
import { PublishDialog } from '#renderer/pages/builder/publish-dialog.tsx';
import { type Trial, TryOut } from '#renderer/pages/builder/try-out.tsx';
import { blankDefinition, type KeptService, useServiceDraft } from '#renderer/pages/builder/use-service-draft.ts';
import { VersionsTab } from '#renderer/pages/builder/versions-tab.tsx';
import { WorkTab } from '#renderer/pages/builder/work-tab.tsx';
import { useToasts } from '#renderer/state/toasts.ts';
import type { Form } from '#shared/domain/form/form.ts';
import type { FormFault } from '#shared/domain/form/form-fault.ts';
import { formFaults } from '#shared/domain/form/form-faults.ts';
import type { ServiceDefinition } from '#shared/domain/service/definition.ts';
import { sameValue } from '#shared/lib/canonical.ts';

const tabs = ['form', 'work', 'approval', 'audience', 'look', 'versions'] as const;
export type BuilderTab = (typeof tabs)[number];

/** The builder of one service: a draft that is kept by itself, tried at the side, published when it holds together. */
export function Builder(props: { row: KeptService; portal: PortalSetup; setup: Setup; userId: string }) {
  const t = useWords('builder');
  const navigate = useNavigate();
  const { row, portal, setup } = props;
  const fallback = useMemo(() => blankDefinition(t('firstStage')), [t]);
  const draft = useServiceDraft(row, fallback);
  const [params, setParams] = useSearchParams();
  const tab = tabs.find((one) => one === params.get('tab')) ?? 'form';
  const setTab = (next: BuilderTab) => setParams(next === 'form' ? {} : { tab: next }, { replace: true });
  const [chosen, setChosen] = useState<Place | null>(
    draft.edit.definition.form.sections[0]?.fields.length ? { section: 0, field: 0 } : null,
  );
  const [trial, setTrial] = useState<Trial>({ requesterId: props.userId, values: {} });
  const [publishing, setPublishing] = useState(false);
  const [refused, setRefused] = useState<CoreError | null>(null);
  const [tried, setTried] = useState(false);
  const [focus, setFocus] = useState<{ tab: BuilderTab; selector: string } | null>(null);
  const panel = useRef<HTMLElement>(null);
  const { definition } = draft.edit;
  const { form } = definition;
  const faults = useMemo(() => formFaults(form), [form]);
  const changed = row.published === null || !sameValue(row.published, definition);
  const define = (patch: Partial<ServiceDefinition>) => {
    setRefused(null);
    draft.put((before) => ({ ...before, definition: { ...before.definition, ...patch } }));
  };
  const changeForm = (change: (form: Form) => Form) => {
    setRefused(null);
    draft.put((before) => ({
      ...before,
      definition: { ...before.definition, form: change(before.definition.form) },
    }));
  };

  // What was refused stands on another tab: the cursor goes there once it is drawn.
  useEffect(() => {
    if (!focus) return;
    const place = document.querySelector<HTMLElement>(focus.selector);
    if (!place || tab !== focus.tab) return;
    setFocus(null);
    const target =
      place.querySelector<HTMLElement>('[aria-invalid="true"]') ??
      place.querySelector<HTMLElement>('fieldset:has([data-faults]) input:not([type="hidden"])') ??
      place.querySelector<HTMLElement>('input:not([type="hidden"]), textarea') ??
      place.querySelector<HTMLElement>('button');
    (target ?? place).focus();
    (target ?? place).scrollIntoView({ block: 'center' });
  }, [focus, tab]);
  const goTo = (next: BuilderTab, selector: string) => {
    setTab(next);
    setFocus({ tab: next, selector });
  };
  const goToFault = (fault: FormFault) => {
    const at = form.sections.findIndex((section) => section.key === fault.path.section);
    const same = form.sections[at]?.fields.map((field) => field.key) ?? [];
    // Of two fields with one key the later one is at fault.
    const index =
      fault.path.field === null
        ? null
        : fault.code === 'duplicate_key' && fault.column === undefined
          ? same.lastIndexOf(fault.path.field)
          : same.indexOf(fault.path.field);
    if (at >= 0) setChosen({ section: at, field: index });
    else if (fault.path.field !== null) setChosen(placeOf(form, fault.path.field));
    goTo('form', fault.path.section === null ? '[data-palette]' : '[data-area="field"]');
  };
  const publish = async () => {
    setRefused(null);
    setTried(true);
    const [first] = faults;
    if (first) return goToFault(first);
    if (await draft.save()) setPublishing(true);
  };
  const onRefused = (error: CoreError) => {
    setPublishing(false);
    setRefused(error);
    const place = placeOfRefusal(error, definition, portal.queues);
    if (place) goTo(place.tab, place.selector);
  };
  useShortcuts(useMemo(() => [{ keys: 'Ctrl+S', run: () => void draft.save(), whileTyping: true }], [draft.save]));

  return (
    <Sheet>
      <PageHeader
        title={draft.edit.name || t('unnamed')}
        tools={
          <>
            <span className={css['saved']} role="status" data-state={draft.state}>
              {t(`save_${draft.state}`)}
            </span>
            {row.archivedAt !== null ? (
              <span className={css['quiet']}>{t('closedService')}</span>
            ) : (
              <ActionButton
                variant="filled"
                onClick={() => void publish()}
                reason={changed || draft.state !== 'saved' ? undefined : t('nothingToPublish')}
              >
                {t('publish', { version: row.publishedVersion + 1 })}
              </ActionButton>
            )}
          </>
        }
      >
        <IconButton label={t('toServices')} onClick={() => navigate('/admin/services')}>
          <IconArrowLeft size={16} stroke={1.6} />
        </IconButton>
        <ViewTabs
          label={t('parts')}
          active={tab}
          tabs={tabs.map((one) => ({
            id: one,
            label: t(`tab_${one}`),
            count: one === 'form' ? faults.length || undefined : undefined,
          }))}
          onChange={(id) => setTab(tabs.find((one) => one === id) ?? 'form')}
        />
      </PageHeader>
      <BuilderNotes draft={draft} refused={refused} faults={tried ? faults : []} form={form} onFault={goToFault} />
      <div className={css['page']} data-tab={tab}>
        {tab === 'form' && (
          <FormTab
            form={form}
            published={row.published?.form ?? null}
            faults={faults}
            chosen={chosen}
            onChoose={setChosen}
            onChange={changeForm}
            panel={panel}
          />
        )}
        {tab !== 'form' && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable with the keyboard
          <section className={css['main']} aria-label={t(`tab_${tab}`)} tabIndex={0}>
            {tab === 'work' && <WorkTab definition={definition} portal={portal} setup={setup} onChange={define} />}
            {tab === 'approval' && <ApprovalTab definition={definition} setup={setup} onChange={define} />}
            {tab === 'audience' && (
              <AudienceTab audience={definition.audience} setup={setup} onChange={(audience) => define({ audience })} />
            )}
            {tab === 'look' && <LookTab edit={draft.edit} values={trial.values} onChange={draft.put} />}
            {tab === 'versions' && (
              <VersionsTab
                row={row}
                portal={portal}
                definition={definition}
                onTake={(next, version) => {
                  const before = definition;
                  define(next);
                  setChosen(null);
                  useToasts.getState().show({
                    tone: 'done',
                    title: t('draftTaken'),
                    object: t('version', { version }),
                    undo: async () => define(before),
                  });
                }}
              />
            )}
          </section>
        )}
        {(tab === 'form' || tab === 'work' || tab === 'approval') && (
          <TryOut
            serviceId={row.id}
            definition={definition}
            setup={setup}
            trial={trial}
            onTrial={setTrial}
            wayFirst={tab !== 'form'}
          />
        )}
      </div>
      {publishing && (
        <PublishDialog
          row={row}
          definition={definition}
          onRefused={onRefused}
          onClose={() => setPublishing(false)}
          onDone={() => {
            setPublishing(false);
            setTried(false);
          }}
        />
      )}
    </Sheet>
  );
}
