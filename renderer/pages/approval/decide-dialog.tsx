import { IconPaperclip } from '@tabler/icons-react';
import { useState } from 'react';
import type { GivenFile } from '#renderer/bridge/given-file.ts';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { Dialog } from '#renderer/components/confirm-dialog.tsx';
import { Note } from '#renderer/components/note.tsx';
import { Segmented } from '#renderer/components/segmented.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { ask } from '#renderer/data/core.ts';
import { asCoreError, type CoreError } from '#renderer/data/core-error.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/approval/dialogs.module.css';
import type { ApprovalView } from '#renderer/pages/approval/tasks-of.ts';
import { type Outcome, useDecide } from '#renderer/pages/approval/use-decide.ts';
import { useNames, whole } from '#renderer/pages/approval/use-names.ts';
import { chooseFiles } from '#renderer/pages/files/choose-files.ts';
import type { Target } from '#renderer/state/approval-desk.ts';

type Verdict = 'remark' | 'return' | 'reject';

/** A decision that needs words: with a remark, a return to the author or a step, a rejection. One reason for all targets. */
export function DecideDialog(props: {
  verdict: Verdict;
  targets: readonly Target[];
  /** Of the one document, for the steps to return to. */
  view: ApprovalView | null;
  onClose: () => void;
  /** How the result is told; the dialog's own words by default. */
  outcome?: (verdict: Verdict) => Outcome;
  onDone?: () => void;
  onUndone?: () => void;
}) {
  const t = useWords('approval');
  const common = useWords('common');
  const words = useErrorWords();
  const names = useNames();
  const decide = useDecide();
  const [verdict, setVerdict] = useState<Verdict>(props.verdict);
  const [comment, setComment] = useState('');
  const [file, setFile] = useState<GivenFile | null>(null);
  const [fileError, setFileError] = useState<CoreError | null>(null);
  const [to, setTo] = useState('author');
  const [asked, setAsked] = useState(false);
  const [only] = props.targets.length === 1 ? props.targets : [];
  const round = only ? (props.view?.current ?? null) : null;
  const earlier = (round?.steps ?? [])
    .map((step, index) => ({ step, index }))
    .filter(({ step }) => step.state === 'done');
  const empty = comment.trim() === '';

  const decideNow = async () => {
    setAsked(true);
    if (empty) return;
    let attachmentId: string | null = null;
    if (file && only) {
      try {
        const reply = await ask('files.attach', {
          documentId: only.documentId,
          purpose: 'markup',
          files: [await file.handle()],
        });
        attachmentId = (reply.result as { ids: string[] }).ids[0] ?? null;
      } catch (fault) {
        setFileError(asCoreError(fault));
        return;
      }
    }
    const said = {
      verdict,
      comment,
      attachmentId,
      toStep: verdict === 'return' && to !== 'author' ? Number(to) : null,
    };
    const outcome = props.outcome?.(verdict) ?? { title: t(`done_${verdict}`), object: only?.title };
    if (await decide.run(props.targets, said, outcome, props.onUndone)) {
      props.onDone?.();
      props.onClose();
    }
  };
  const titles = { remark: t('dialogRemark'), return: t('dialogReturn'), reject: t('dialogReject') };
  const actions = {
    remark: t(only?.kind === 'sign' ? 'remarkSign' : 'remark'),
    return: t('giveBackShort'),
    reject: t('reject'),
  };
  return (
    <Dialog opened title={titles[verdict]} onClose={props.onClose} width={520}>
      <form
        className={css['form']}
        onSubmit={(event) => {
          event.preventDefault();
          void decideNow();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          void decideNow();
        }}
      >
        {only && <p className={css['quiet']}>{only.title}</p>}
        {verdict !== 'remark' && (
          <Segmented
            label={t('look_mine')}
            value={verdict}
            choices={[
              { value: 'return', label: t('giveBackShort') },
              { value: 'reject', label: t('reject') },
            ]}
            onChange={(chosen) => setVerdict(chosen as Verdict)}
          />
        )}
        {verdict === 'return' && earlier.length > 0 && round && (
          <SelectField
            label={t('returnTo')}
            value={to}
            onChange={(chosen) => setTo(chosen ?? 'author')}
            choices={[
              { value: 'author', label: t('returnToAuthor', { name: names(round.author.fullName, 'dative') }) },
              ...earlier.map(({ step, index }) => ({
                value: String(index),
                label: t('returnToStep', { number: index + 1, name: step.name || t(`kind_${step.kind}`) }),
              })),
            ]}
          />
        )}
        <TextField
          label={t(verdict === 'remark' ? 'remarkField' : 'reason')}
          value={comment}
          onChange={setComment}
          rows={4}
          maxLength={5_000}
          hint={t('reasonHint')}
          required
          autoFocus
          error={asked && empty ? t(verdict === 'remark' ? 'remarkNeeded' : 'reasonNeeded') : undefined}
        />
        {only && (
          <div className={css['file']}>
            <ActionButton
              size="xs"
              icon={<IconPaperclip size={14} stroke={1.6} />}
              onClick={() => void chooseFiles().then(([chosen]) => chosen && setFile(chosen))}
            >
              {t('attachMarked')}
            </ActionButton>
            {file && <span className="op-ellipsis">{t('attachedMarked', { name: whole(file.name) })}</span>}
          </div>
        )}
        {fileError && (
          <Note tone="red" title={t('attachFailed')}>
            {words(fileError)}
          </Note>
        )}
        {decide.error && <Note tone="red" title={words(decide.error)} />}
        <div className={css['actions']}>
          <ActionButton variant="subtle" onClick={props.onClose}>
            {common('cancel')}
          </ActionButton>
          <ActionButton variant="filled" type="submit" keys={['Ctrl', '↵']} busy={decide.busy}>
            {actions[verdict]}
          </ActionButton>
        </div>
      </form>
    </Dialog>
  );
}
