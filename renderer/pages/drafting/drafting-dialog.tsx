import { Radio } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { Dialog } from '#renderer/components/confirm-dialog.tsx';
import dialog from '#renderer/components/dialog.module.css';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { useDelayed } from '#renderer/components/use-delayed.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { ClausePicker } from '#renderer/pages/drafting/clause-picker.tsx';
import css from '#renderer/pages/drafting/drafting.module.css';
import { MissingNote } from '#renderer/pages/drafting/missing-note.tsx';
import { takesClauses } from '#renderer/pages/drafting/missing-values.ts';
import { TemplateProblems } from '#renderer/pages/drafting/template-problems.tsx';
import { useFill } from '#renderer/pages/drafting/use-fill.ts';
import { useOfferedTemplates } from '#renderer/pages/drafting/use-offered-templates.ts';
import { useTemplateCheck } from '#renderer/pages/drafting/use-template-check.ts';
import { useFileErrorWords } from '#renderer/pages/files/use-file-error-words.ts';
import { isContract } from '#shared/domain/document.ts';
import type { TemplateLine } from '#shared/queries/company.ts';
import type { DocumentCard } from '#shared/queries/document.ts';

/** A contract's text drafted from a template, with clauses of the library: what will be missing is told before. */
export function DraftingDialog(props: {
  card: DocumentCard;
  opened: boolean;
  /** The template to begin with. */
  begin?: string | null;
  onClose: () => void;
}) {
  const t = useWords('drafting');
  return (
    <Dialog opened={props.opened} title={t('title')} onClose={props.onClose} width={820}>
      {props.opened && <Drafting card={props.card} begin={props.begin ?? null} onClose={props.onClose} />}
    </Dialog>
  );
}

/** Templates of the contract's own type first; of the others the ones for anything. */
function sorted(templates: readonly TemplateLine[], type: TemplateLine['contractType']) {
  const fits = (one: TemplateLine) => one.contractType === type && type !== null && type !== undefined;
  return { fit: templates.filter(fits), others: templates.filter((one) => !fits(one)) };
}

function Drafting({ card, begin, onClose }: { card: DocumentCard; begin: string | null; onClose: () => void }) {
  const { document } = card;
  const t = useWords('drafting');
  const common = useWords('common');
  const navigate = useNavigate();
  const words = useFileErrorWords();
  const templates = useOfferedTemplates(document.kind, document.kindId ?? null);
  const { fit, others } = sorted(templates ?? [], document.contractType);
  const [picked, setPicked] = useState<string | null>(begin);
  const usable = [...fit, ...others].filter((one) => one.attachment);
  // A contract begins with a template of its type, another kind with the only one there is.
  const first = isContract(document.kind)
    ? document.kind === 'contract' && fit.find((one) => one.attachment)
    : usable.length === 1 && usable[0];
  const chosen = usable.find((one) => one.documentId === picked) ?? (first || null);
  const attachmentId = chosen?.attachment?.id ?? null;
  const { check, error } = useTemplateCheck(document.id, attachmentId);
  const checking = useDelayed(attachmentId !== null && !check && !error, 300);
  const [clauses, setClauses] = useState<readonly string[]>([]);
  const fill = useFill(card, onClose);
  const problems = fill.problems ?? check?.problems ?? [];
  const takes = check !== null && takesClauses(check.tags);
  const version = fill.nextVersion;
  const group = (title: string, lines: readonly TemplateLine[]) =>
    lines.length > 0 && (
      <div className={css['templates']}>
        <h3>{title}</h3>
        {lines.map((line) => (
          <Radio
            key={line.documentId}
            size="xs"
            value={line.documentId}
            label={line.title}
            disabled={!line.attachment}
            description={line.attachment ? undefined : t('noFile')}
          />
        ))}
      </div>
    );
  if (templates && templates.length === 0)
    return (
      <Note tone="ink" title={t('noTemplates')}>
        {t('noTemplatesText')}
      </Note>
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (attachmentId && problems.length === 0) void fill.run(attachmentId, takes ? clauses : []);
      }}
    >
      <div className={css['halves']}>
        <Radio.Group
          aria-label={t('templates')}
          value={chosen?.documentId ?? null}
          onChange={(id) => {
            setPicked(id);
            fill.clear();
          }}
        >
          {group(t('templatesFit'), fit)}
          {group(fit.length > 0 ? t('templatesOther') : t('templates'), others)}
        </Radio.Group>
        <div className={css['about']} aria-live="polite">
          {!chosen && templates && <p className={css['quiet']}>{t('chooseFirst')}</p>}
          {checking && <p className={css['quiet']}>{t('checking')}</p>}
          {error && <Note tone="red" title={words(error)} />}
          {problems.length > 0 && (
            <Note
              tone="red"
              title={t('problems', { count: problems.length })}
              actions={
                chosen && (
                  <LinkButton onClick={() => navigate(`/documents/${chosen.documentId}?tab=files`)}>
                    {t('openTemplate')}
                  </LinkButton>
                )
              }
            >
              {t('problemsText')}
              <TemplateProblems problems={problems} />
            </Note>
          )}
          {check && problems.length === 0 && (
            <>
              <details className={css['tags']}>
                <summary>
                  <IconChevronRight size={14} stroke={1.6} aria-hidden="true" />
                  {t('asks', { count: check.tags.length })}
                </summary>
                <p>{check.tags.map((tag) => `{${tag}}`).join(' ')}</p>
              </details>
              <MissingNote card={card} tags={check.tags} onLeave={onClose} />
              {takes ? (
                <ClausePicker chosen={clauses} onChange={setClauses} />
              ) : (
                isContract(document.kind) && <p className={css['quiet']}>{t('clausesNoPlace')}</p>
              )}
            </>
          )}
          {fill.error && (
            <Note tone="red" title={fill.error.told === 'ALREADY_EXISTS' ? t('sameText') : words(fill.error)} />
          )}
        </div>
      </div>
      <div className={dialog['actions']}>
        <span className={css['becomes']}>{version === 1 ? t('becomesText') : t('becomesVersion', { version })}</span>
        <ActionButton variant="subtle" onClick={onClose}>
          {common('cancel')}
        </ActionButton>
        <ActionButton
          variant="filled"
          type="submit"
          busy={fill.busy}
          reason={!chosen ? t('chooseFirst') : problems.length > 0 || error ? t('cannot') : undefined}
        >
          {version === 1 ? t('fill') : t('fillVersion')}
        </ActionButton>
      </div>
    </form>
  );
}
