const forms: Readonly<Record<string, string>> = {
  ООО: 'Общество с ограниченной ответственностью',
  АО: 'Акционерное общество',
  ПАО: 'Публичное акционерное общество',
  НАО: 'Непубличное акционерное общество',
  ОАО: 'Открытое акционерное общество',
  ЗАО: 'Закрытое акционерное общество',
  ИП: 'Индивидуальный предприниматель',
  КФХ: 'Крестьянское (фермерское) хозяйство',
  АНО: 'Автономная некоммерческая организация',
  НКО: 'Некоммерческая организация',
  ТСЖ: 'Товарищество собственников жилья',
  ТСН: 'Товарищество собственников недвижимости',
  СНТ: 'Садоводческое некоммерческое товарищество',
  ПК: 'Производственный кооператив',
  ГУП: 'Государственное унитарное предприятие',
  ФГУП: 'Федеральное государственное унитарное предприятие',
  МУП: 'Муниципальное унитарное предприятие',
  ГБУ: 'Государственное бюджетное учреждение',
  ГКУ: 'Государственное казённое учреждение',
  МБУ: 'Муниципальное бюджетное учреждение',
  МКУ: 'Муниципальное казённое учреждение',
  ФГБУ: 'Федеральное государственное бюджетное учреждение',
  ФГБОУ: 'Федеральное государственное бюджетное образовательное учреждение',
  ФГАОУ: 'Федеральное государственное автономное образовательное учреждение',
  ТОО: 'Товарищество с ограниченной ответственностью',
};

/** The legal form a name begins with, in short («ООО»), and the name without it and without its outer quotes. */
export function splitLegalForm(name: string): { form: string | null; name: string } {
  const trimmed = name.trim();
  for (const [short, long] of Object.entries(forms)) {
    for (const start of [short, long]) {
      const rest = trimmed.slice(start.length);
      const fits = trimmed.slice(0, start.length).toLowerCase() === start.toLowerCase();
      if (fits && /^[\s«"“„]/.test(rest)) return { form: short, name: withoutQuotes(rest.trim()) };
    }
  }
  return { form: null, name: withoutQuotes(trimmed) };
}

/** «Ромашка» in Russian quotes; quotes inside become „…“ (ГОСТ Р 7.0.97 leaves the inner pair to the rules of print). */
export function quoted(name: string): string {
  const inner = withoutQuotes(name.trim())
    .replace(/(^|[\s(])["“«]/g, '$1„')
    .replace(/["”»]/g, '“');
  return `«${inner}»`;
}

/** «ООО «Ромашка»»; an entrepreneur's name takes no quotes, and neither does a name without a form. */
export function shortCompanyName(form: string | null, name: string): string {
  if (form === null || form === '') return name;
  return form === 'ИП' ? `ИП ${name}` : `${form} ${quoted(name)}`;
}

/** «Общество с ограниченной ответственностью «Ромашка»»; a form this table does not know stays as it is written. */
export function fullCompanyName(form: string | null, name: string): string {
  if (form === null || form === '') return name;
  const long = forms[form.toUpperCase()] ?? form;
  return form.toUpperCase() === 'ИП' ? `${long} ${name}` : `${long} ${quoted(name)}`;
}

function withoutQuotes(name: string): string {
  const match = /^[«"“„](.*)[»"”“]$/s.exec(name);
  const inner = match?.[1];
  if (inner === undefined) return name;
  // «А» и «Б»: the first quote is closed before the end, so the outer pair is not one.
  const closesEarly = (name.startsWith('«') ? /^[^«]*».*«/s : /^[^"“”]*["“”].*["“”]/s).test(inner);
  return closesEarly ? name : balanced(inner);
}

/** Typed «ООО «Пик «Север»» lacks its last quote: it is put back. */
const balanced = (inner: string): string =>
  (inner.match(/«/g)?.length ?? 0) > (inner.match(/»/g)?.length ?? 0) ? `${inner}»` : inner;
