import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { formatAmount, formatCount } from '#renderer/i18n/format/money.ts';
import { useFormats } from '#renderer/i18n/words.ts';
import { filled, type Given, requisiteParams, type ValueWords, worded } from '#renderer/pages/import/problem-params.ts';
import { type ProblemCode, problemCodes } from '#shared/formats/problem.ts';
import { type RequisiteCode, requisiteCodes } from '#shared/lib/requisites/check.ts';

const requisiteCode = (code: string): code is RequisiteCode => (requisiteCodes as readonly string[]).includes(code);
const problemCode = (code: string): code is ProblemCode => (problemCodes as readonly string[]).includes(code);

/** What is wrong with a code of requisites, as a sentence. */
export function useRequisiteWords(): (code: string, params?: Given) => string {
  const { t } = useTranslation('requisites');
  return useCallback(
    (code, params = {}) => (requisiteCode(code) ? filled(String(t(code, { ...params } as never))) : code),
    [t],
  );
}

/** What is wrong in an imported file, as a sentence with its values as people write them. */
export function useProblemWords(): (code: string, params?: Given) => string {
  const { t } = useTranslation('problems');
  const fields = useTranslation('imports').t;
  const requisite = useRequisiteWords();
  const { size } = useFormats();
  return useCallback(
    (code, params = {}) => {
      if (code.startsWith('PART_')) {
        const known = code === 'PART_FILE_REFUSED' || code === 'PART_FILE_EMPTY';
        return fields(known ? `problem_${code}` : 'problem_PART_ANY', { name: String(params['name'] ?? '') });
      }
      if (!problemCode(code)) return code;
      const words: ValueWords = {
        money: formatAmount,
        date: formatDate,
        count: formatCount,
        bytes: size,
        reason: (reason) => lowerFirst(requisite(reason, requisiteParams(reason, params))),
        field: (name) => fields(`name_${name}` as 'name_inn', { defaultValue: name }),
        unnamed: fields('unnamed'),
      };
      return filled(String(t(code, worded(params, words) as never)));
    },
    [t, fields, requisite, size],
  );
}

/** A sentence inside a sentence; an abbreviation keeps its capitals. */
const lowerFirst = (text: string): string =>
  /^\p{Lu}\p{Ll}/u.test(text) || /^\p{Lu}\s/u.test(text) ? text.slice(0, 1).toLowerCase() + text.slice(1) : text;
