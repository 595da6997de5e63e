import { IconAlertCircle, IconCircleCheck, IconCopy } from '@tabler/icons-react';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/counterparty/counterparty.module.css';
import { type Fault, innFault, kppFault, ogrnFault } from '#renderer/pages/counterparty/requisite-checks.ts';
import { useFaultWords } from '#renderer/pages/counterparty/use-fault-words.ts';
import { useToasts } from '#renderer/state/toasts.ts';
import type { RowOf } from '#shared/domain/registry.ts';

/** ИНН, КПП, ОГРН: each with its check, or the reason why it is wrong. A press copies. */
export function Requisites({ counterparty: one }: { counterparty: RowOf<'counterparty'> }) {
  const t = useWords('counterparties');
  const lines: [name: string, value: string | null, fault: Fault | null][] = [
    [t('inn'), one.inn, innFault(one.inn ?? '', one.kind)],
    ...(one.kind === 'legal' || one.kpp
      ? [[t('kpp'), one.kpp, kppFault(one.kpp ?? '', one.kind)] as [string, string | null, Fault | null]]
      : []),
    [one.kind === 'entrepreneur' ? t('ogrnip') : t('ogrn'), one.ogrn, ogrnFault(one.ogrn ?? '', one.kind)],
  ];
  return (
    <dl className={css['requisites']}>
      {lines.map(([name, value, fault]) => (
        <div key={name} className={css['requisite']}>
          <dt>{name}</dt>
          <dd>
            {value ? <CopyValue name={name} value={value} /> : <span className={css['quiet']}>{t('unchecked')}</span>}
            {value && <Verdict fault={fault} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** «проверен», or what is wrong. */
export function Verdict({ fault, right }: { fault: Fault | null; right?: string }) {
  const t = useWords('counterparties');
  const words = useFaultWords();
  return fault ? (
    <span className={css['wrong']}>
      <IconAlertCircle size={14} stroke={1.6} aria-hidden="true" />
      {words(fault)}
    </span>
  ) : (
    <span className={css['right']}>
      <IconCircleCheck size={14} stroke={1.6} aria-hidden="true" />
      {right ?? t('verified')}
    </span>
  );
}

/** A value that a press puts on the clipboard. */
export function CopyValue({ name, value }: { name: string; value: string }) {
  const t = useWords('counterparties');
  const copy = () =>
    navigator.clipboard
      .writeText(value)
      .then(
        () => useToasts.getState().show({ tone: 'done', title: t('copied'), object: `${name} ${value}` }),
        console.error,
      );
  return (
    <button type="button" className={css['copy']} aria-label={t('copyValue', { name, value })} onClick={copy}>
      <span className="op-figures">{value}</span>
      <IconCopy size={14} stroke={1.6} aria-hidden="true" />
    </button>
  );
}
