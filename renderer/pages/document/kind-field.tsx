import { useTranslation } from 'react-i18next';
import { SelectField } from '#renderer/components/select-field.tsx';
import { useClock } from '#renderer/data/directory.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { beginKind } from '#renderer/pages/document/begin-kind.ts';
import type { FormValues } from '#renderer/pages/document/form-values.ts';
import { useKindRights } from '#renderer/pages/document/use-kind-rights.ts';
import { useSession } from '#renderer/state/session.ts';
import { type DocumentKind, documentKinds } from '#shared/domain/document.ts';
import type { KindLine } from '#shared/queries/kind.ts';

/** A template is no paper: it has a form of its own; one of the company's own is chosen by its name. */
const paperKinds = documentKinds.filter((kind) => kind !== 'template' && kind !== 'application' && kind !== 'custom');
const own = 'own:';

interface KindFieldProps {
  values: FormValues;
  kinds: readonly KindLine[];
  onChange: (patch: Partial<FormValues>) => void;
}

/** The kind of a document: built in, or one of the company's own with its version in force. Values of another kind are left behind. */
export function KindField({ values, kinds, onChange }: KindFieldProps) {
  const t = useWords('form');
  const status = useWords('status');
  const { i18n } = useTranslation();
  const { kindId } = values;
  const today = useClock().today();
  const userId = useSession((session) => session.state?.user?.id ?? '');
  const builtIn = paperKinds.map((kind) => ({ value: kind as string, label: String(status(`kind_${kind}`)) }));
  const { mayCreate } = useKindRights();
  const open = kinds.filter((one) => one.id === kindId || mayCreate(one));
  const offered = open.map((one) => ({
    value: own + one.id,
    label: (i18n.language === 'en' && one.labelEn) || one.label,
  }));
  // A kind that was put away stays what the document is.
  if (kindId !== null && !kinds.some((one) => one.id === kindId))
    offered.push({ value: own + kindId, label: String(status(`kind_${values.kind}`)) });
  const choose = (chosen: string | null) => {
    if (chosen === null || chosen === own + kindId) return;
    const kind = kinds.find((one) => own + one.id === chosen);
    if (kind) onChange({ kind: kind.base, ...beginKind(kind, { requesterId: userId, today }) });
    else if (!chosen.startsWith(own))
      onChange({
        kind: chosen as DocumentKind,
        ...(kindId === null ? {} : { kindId: null, kindVersionId: null, custom: {} }),
      });
  };
  return (
    <SelectField
      label={t('kind')}
      value={kindId === null ? values.kind : own + kindId}
      choices={
        offered.length === 0
          ? builtIn
          : [
              { group: t('kindsBuiltIn'), items: builtIn },
              { group: t('kindsOwn'), items: offered },
            ]
      }
      onChange={choose}
      search
    />
  );
}
